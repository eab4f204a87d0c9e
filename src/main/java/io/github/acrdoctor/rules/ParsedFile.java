package io.github.acrdoctor.rules;

import java.util.List;
import org.drools.drl.ast.descr.PackageDescr;

/**
 * A rule file that passed the gate.
 *
 * @param descr what the Drools parser made of it
 * @param rules its rules
 */
record ParsedFile(PackageDescr descr, List<RuleInfo> rules) {}
