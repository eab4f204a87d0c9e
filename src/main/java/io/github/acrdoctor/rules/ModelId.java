package io.github.acrdoctor.rules;

import java.util.List;
import org.drools.drl.ast.descr.PackageDescr;
import org.kie.api.builder.ReleaseId;

/** Drools derives the name of the model class from a release id: one name for each set of files. */
record ModelId(String version) implements ReleaseId {

  ModelId(List<PackageDescr> packages) {
    this(
        Integer.toHexString(
            packages.stream()
                .map(p -> String.valueOf(p.getResource().getSourcePath()))
                .toList()
                .hashCode()));
  }

  @Override
  public String getGroupId() {
    return "acrdoctor";
  }

  @Override
  public String getArtifactId() {
    return "rules";
  }

  @Override
  public String getVersion() {
    return version;
  }

  @Override
  public boolean isSnapshot() {
    return false;
  }

  @Override
  public String toExternalForm() {
    return getGroupId() + ":" + getArtifactId() + ":" + version;
  }
}
