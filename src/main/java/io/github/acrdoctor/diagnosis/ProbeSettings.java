package io.github.acrdoctor.diagnosis;

import io.github.acrdoctor.facts.Doc;
import io.github.acrdoctor.facts.DocReader;
import io.github.acrdoctor.facts.InputException;
import java.util.ArrayList;
import java.util.List;

/**
 * What the knowledge base tells the collectors.
 *
 * @param issuers parts of the names of those who sign the certificates of Azure
 */
public record ProbeSettings(List<String> issuers) {
  /** Where they stand in a rules folder. */
  public static final String FILE = "rules/probes.yaml";

  /** Where they lie in the jar. */
  public static final String RESOURCE = "acr-doctor/probes.yaml";

  /** The list is copied. */
  public ProbeSettings {
    issuers = List.copyOf(issuers);
  }

  /**
   * Reads the settings.
   *
   * @param file name for messages
   * @param text the file
   * @return the settings
   * @throws InputException when they do not have the form
   */
  public static ProbeSettings read(String file, String text) {
    if (!(DocReader.read(file, text) instanceof Doc.Fields fields)) {
      throw new InputException(file, "is not a mapping", "write a list named issuers");
    }
    for (String key : fields.fields().keySet()) {
      if (!key.equals("issuers")) {
        int line = fields.keys().get(key).line();
        throw new InputException(file + ":" + line, "there is no setting " + key, "known: issuers");
      }
    }
    if (!(fields.get("issuers") instanceof Doc.Items items)) {
      throw new InputException(file, "holds no list named issuers", "");
    }
    List<String> issuers = new ArrayList<>();
    for (Doc item : items.items()) {
      if (!(item instanceof Doc.Scalar scalar) || scalar.text() == null) {
        throw new InputException(file + ":" + item.at().line(), "an issuer is a single value", "");
      }
      issuers.add(scalar.text());
    }
    return new ProbeSettings(issuers);
  }
}
