/** Looks at pods that cannot have an image of the registry. */
package io.github.acrdoctor.collect.kubernetes;
