package io.github.acrdoctor.report;

/** Text made safe for HTML. */
final class HtmlText {
  private HtmlText() {}

  /** Words of ours with code in backquotes. */
  static String prose(String text) {
    StringBuilder out = new StringBuilder();
    String[] parts = text.replace("**", "").split("`", -1);
    for (int i = 0; i < parts.length; i++) {
      boolean code = i % 2 == 1 && i < parts.length - 1;
      out.append(code ? "<code>" + escape(parts[i]) + "</code>" : escape(parts[i]));
    }
    return out.toString();
  }

  static String escape(String text) {
    StringBuilder out = new StringBuilder(text.length() + 16);
    text.codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                default -> out.appendCodePoint(c != '\n' && Plain.isObeyed(c) ? 0xfffd : c);
              }
            });
    return out.toString();
  }
}
