/** Reads what people send: files with outputs of other programs, recognised by content. */
package io.github.acrdoctor.collect.imports;
