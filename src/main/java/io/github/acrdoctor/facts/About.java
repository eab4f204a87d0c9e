package io.github.acrdoctor.facts;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What a fact or one of its fields means; the source of the vocabulary and of the case schema. */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.RECORD_COMPONENT})
public @interface About {
  /**
   * The meaning, in one sentence or phrase.
   *
   * @return never empty
   */
  String value();

  /**
   * A value as it is written in a case file.
   *
   * @return empty on types
   */
  String example() default "";

  /**
   * Who collects the fact.
   *
   * @return empty on fields
   */
  String from() default "";

  /**
   * The only values there are.
   *
   * @return empty where any value is possible
   */
  String[] words() default {};
}
