package io.github.acrdoctor.cli;

import io.github.acrdoctor.diagnosis.RuleStory;
import io.github.acrdoctor.diagnosis.TestOutcome;
import io.github.acrdoctor.diagnosis.TestOutcome.Status;
import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Test outcomes in the XML form that CI systems read. */
final class JunitXml {
  private final XMLStreamWriter xml;

  private JunitXml(XMLStreamWriter xml) {
    this.xml = xml;
  }

  static String of(List<TestOutcome> outcomes, Duration took) {
    StringWriter text = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newInstance().createXMLStreamWriter(text);
      new JunitXml(xml).document(outcomes, took);
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("a string writer does not fail", e);
    }
    return text.append('\n').toString();
  }

  private void document(List<TestOutcome> outcomes, Duration took) throws XMLStreamException {
    Map<String, List<TestOutcome>> suites =
        outcomes.stream()
            .collect(Collectors.groupingBy(TestOutcome::suite, TreeMap::new, Collectors.toList()));
    xml.writeStartDocument("UTF-8", "1.0");
    line();
    xml.writeStartElement("testsuites");
    attribute("name", "acr-doctor rules");
    counts(outcomes);
    attribute("time", String.format(Locale.ROOT, "%.3f", took.toMillis() / 1000.0));
    for (Map.Entry<String, List<TestOutcome>> suite : suites.entrySet()) {
      line();
      xml.writeStartElement("testsuite");
      attribute("name", suite.getKey());
      counts(suite.getValue());
      for (TestOutcome outcome : suite.getValue()) {
        test(outcome);
      }
      line();
      xml.writeEndElement();
    }
    line();
    xml.writeEndElement();
    xml.writeEndDocument();
  }

  private void counts(List<TestOutcome> outcomes) throws XMLStreamException {
    attribute("tests", Integer.toString(outcomes.size()));
    attribute("failures", count(outcomes, Status.FAILED));
    attribute("errors", "0");
    attribute("skipped", count(outcomes, Status.GAP));
  }

  private static String count(List<TestOutcome> outcomes, Status status) {
    return Long.toString(outcomes.stream().filter(o -> o.status() == status).count());
  }

  private void test(TestOutcome outcome) throws XMLStreamException {
    line();
    xml.writeStartElement("testcase");
    attribute("classname", outcome.suite());
    attribute("name", outcome.name());
    attribute("file", outcome.file());
    attribute("line", Integer.toString(outcome.line()));
    if (outcome.status() == Status.FAILED) {
      xml.writeStartElement("failure");
      attribute("type", "case");
      attribute("message", outcome.message());
      xml.writeCharacters(allowed(details(outcome)));
      xml.writeEndElement();
    } else if (outcome.status() == Status.GAP) {
      xml.writeStartElement("skipped");
      attribute("message", "known gap: " + outcome.message());
      xml.writeEndElement();
    }
    xml.writeEndElement();
  }

  private static String details(TestOutcome outcome) {
    StringBuilder text = new StringBuilder(outcome.file() + ":" + outcome.line() + "\n");
    for (RuleStory story : outcome.stories()) {
      text.append(story.strength()).append(' ').append(story.reason());
      text.append(" (").append(story.file()).append(':').append(story.line()).append(")\n");
      story.conditions().stream()
          .flatMap(condition -> condition.by().stream())
          .forEach(fact -> text.append("  + ").append(fact).append('\n'));
      story.lacks().forEach(lack -> text.append("  - ").append(lack.text()).append('\n'));
    }
    return text.toString();
  }

  private void attribute(String name, String value) throws XMLStreamException {
    xml.writeAttribute(name, allowed(value.replaceAll("\\s+", " ")));
  }

  /** XML has no way to write most control characters and lone halves of others. */
  private static String allowed(String text) {
    StringBuilder allowed = new StringBuilder();
    Console.plain(text)
        .codePoints()
        .map(c -> (c >= 0xd800 && c <= 0xdfff) || c == 0xfffe || c == 0xffff ? '?' : c)
        .forEach(allowed::appendCodePoint);
    return allowed.toString();
  }

  private void line() throws XMLStreamException {
    xml.writeCharacters("\n");
  }
}
