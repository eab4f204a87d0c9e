package io.github.acrdoctor.facts;

/**
 * How far the clock of the machine is from the time the registry states.
 *
 * @param seconds seconds that the machine is ahead; negative when behind; null when not known
 */
@About(
    value = "How far the clock of the machine is from the time the registry states.",
    from = "network")
public record ClockOffset(
    @About(value = "seconds that the machine is ahead; negative when behind", example = "-1260")
        Integer seconds)
    implements Fact {

  /**
   * Whether the clocks differ by more than a number of seconds.
   *
   * @param limit seconds, not negative
   * @return false when the offset is not known
   */
  public boolean beyond(int limit) {
    return seconds != null && Math.abs((long) seconds) > limit;
  }
}
