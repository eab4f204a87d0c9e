/** The least that a Java program can do: the floor under every cold start. */
public final class Hello {
  private Hello() {}

  /**
   * Prints one line.
   *
   * @param args not used
   */
  public static void main(String[] args) {
    System.out.println("hello");
  }
}
