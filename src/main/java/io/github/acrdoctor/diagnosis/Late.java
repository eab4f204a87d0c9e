package io.github.acrdoctor.diagnosis;

import java.util.function.Supplier;

/** Something that is made when it is first needed, and then kept. */
final class Late<T> implements Supplier<T> {
  private final Supplier<T> maker;
  private T made;

  Late(Supplier<T> maker) {
    this.maker = maker;
  }

  @Override
  public synchronized T get() {
    if (made == null) {
      made = maker.get();
    }
    return made;
  }
}
