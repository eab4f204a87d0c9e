package io.github.acrdoctor.collect;

/**
 * An Azure: where its services are.
 *
 * @param name AzureCloud, AzureChinaCloud, AzureUSGovernment, or what a file calls it
 * @param resourceManager address of Azure Resource Manager, without a slash at the end
 * @param authority address of Entra ID, without a slash at the end
 * @param graph address of Microsoft Graph, without a slash at the end
 * @param logAnalytics address of the Log Analytics query API, without a slash at the end
 * @param audience what a token for Resource Manager is for
 * @param registrySuffix suffix of login servers, with its dot
 * @param storageSuffix suffix of storage hosts, without a dot at the start
 */
public record Cloud(
    String name,
    String resourceManager,
    String authority,
    String graph,
    String logAnalytics,
    String audience,
    String registrySuffix,
    String storageSuffix) {}
