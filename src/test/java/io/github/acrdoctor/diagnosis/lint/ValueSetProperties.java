package io.github.acrdoctor.diagnosis.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** What is read off two terms is what trying out all values shows. */
class ValueSetProperties {
  private static final int VALUES = 4;

  private static ValueSet set(Set<Integer> listed, boolean allowed) {
    return new ValueSet("field", Set.copyOf(listed), allowed);
  }

  private static boolean allows(Set<Integer> listed, boolean allowed, int value) {
    return listed.contains(value) == allowed;
  }

  /** One value more than can be listed stands for all the others. */
  private static Stream<Integer> values() {
    return Stream.iterate(0, value -> value + 1).limit(VALUES + 1);
  }

  @Property
  void twoTermsExcludeEachOtherWhenNoValueFulfilsBoth(
      @ForAll Set<@IntRange(max = VALUES - 1) Integer> one,
      @ForAll boolean oneAllowed,
      @ForAll Set<@IntRange(max = VALUES - 1) Integer> other,
      @ForAll boolean otherAllowed) {
    boolean none =
        values().noneMatch(v -> allows(one, oneAllowed, v) && allows(other, otherAllowed, v));
    assertThat(set(one, oneAllowed).excludes(set(other, otherAllowed))).isEqualTo(none);
  }

  @Property
  void oneTermLiesWithinAnotherWhenEachOfItsValuesFulfilsTheOther(
      @ForAll Set<@IntRange(max = VALUES - 1) Integer> one,
      @ForAll boolean oneAllowed,
      @ForAll Set<@IntRange(max = VALUES - 1) Integer> other,
      @ForAll boolean otherAllowed) {
    boolean all =
        values().allMatch(v -> !allows(one, oneAllowed, v) || allows(other, otherAllowed, v));
    assertThat(set(one, oneAllowed).within(set(other, otherAllowed))).isEqualTo(all);
  }

  @Property
  void termsAboutDifferentFieldsSayNothingAboutEachOther(@ForAll boolean allowed) {
    ValueSet one = new ValueSet("one", Set.of("a"), allowed);
    ValueSet other = new ValueSet("other", Set.of("b"), true);
    assertThat(one.excludes(other)).isFalse();
    assertThat(one.within(other)).isFalse();
  }
}
