package io.github.acrdoctor.diagnosis;

import java.util.List;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Node;
import org.commonmark.node.Text;

/** Collects the links of a section, titles as plain text. */
final class LinkCollector extends AbstractVisitor {
  private final List<Link> links;

  LinkCollector(List<Link> links) {
    this.links = links;
  }

  void collect(Node node) {
    node.accept(this);
  }

  @Override
  public void visit(org.commonmark.node.Link link) {
    StringBuilder title = new StringBuilder();
    link.accept(
        new AbstractVisitor() {
          @Override
          public void visit(Text text) {
            title.append(text.getLiteral());
          }
        });
    links.add(new Link(title.toString(), link.getDestination()));
  }
}
