package io.github.acrdoctor.diagnosis;

import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;

/**
 * Writes the inside of a paragraph back as one line of plain Markdown: code and bold stay marked,
 * line ends become {@code \n}.
 */
final class Inline extends AbstractVisitor {
  private final StringBuilder out = new StringBuilder();

  static String of(Node node) {
    Inline inline = new Inline();
    node.accept(inline);
    return inline.out.toString().strip();
  }

  @Override
  public void visit(Text text) {
    out.append(text.getLiteral());
  }

  @Override
  public void visit(Code code) {
    out.append('`').append(code.getLiteral()).append('`');
  }

  @Override
  public void visit(StrongEmphasis strong) {
    out.append("**");
    visitChildren(strong);
    out.append("**");
  }

  @Override
  public void visit(Emphasis emphasis) {
    visitChildren(emphasis);
  }

  @Override
  public void visit(Link link) {
    out.append('[');
    visitChildren(link);
    out.append("](").append(link.getDestination()).append(')');
  }

  @Override
  public void visit(SoftLineBreak softLineBreak) {
    out.append('\n');
  }

  @Override
  public void visit(HardLineBreak hardLineBreak) {
    out.append('\n');
  }
}
