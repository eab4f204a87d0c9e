package io.github.acrdoctor.collect.imports;

import java.util.List;

/** Reads one kind of printed output, wherever it stands among the lines of a file. */
interface TextReader {
  /**
   * What such an output holds, so that other files need not be looked at line by line.
   *
   * @return parts of lines; a file without any of them holds no such output
   */
  List<String> marks();

  /**
   * Reads what it understands, and takes those lines away that tell of nothing wrong.
   *
   * @param lines the lines of a file
   * @param found takes what they say
   */
  void read(Lines lines, Found found);
}
