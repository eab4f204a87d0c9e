package io.github.acrdoctor.collect;

import java.util.List;

/**
 * What a collector looks at, and with what.
 *
 * @param target the registry
 * @param cloud the Azure it is in
 * @param machine this machine: environment, files, programs, clock
 * @param web sends HTTP requests
 * @param trust which certificates are believed
 * @param options what the person who runs it chose
 * @param hosts takes the hosts that layers come from
 */
public record Context(
    Target target,
    Cloud cloud,
    Machine machine,
    Web web,
    Trust trust,
    Options options,
    DataHosts hosts) {

  /**
   * What the person who runs it chose.
   *
   * @param user user name to log in to the registry with; null for what is stored
   * @param password its password; null for what is stored. Goes to the registry's token endpoint
   *     only
   * @param aks name of an AKS cluster that pulls from the registry; null for none
   * @param workspace id of the Log Analytics workspace that has the registry's log; null for none
   * @param namespace Kubernetes namespace to look at; null for all
   * @param issuers parts of the names of those who sign the certificates of Azure
   */
  public record Options(
      String user,
      String password,
      String aks,
      String workspace,
      String namespace,
      List<String> issuers) {
    /** The list is copied. */
    public Options {
      issuers = List.copyOf(issuers);
    }

    /** Without the password: a record that prints itself must not print a secret. */
    @Override
    public String toString() {
      return "Options[user=" + user + ", aks=" + aks + ", workspace=" + workspace + "]";
    }
  }
}
