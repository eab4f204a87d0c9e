"""Causes that a text fits as well because the client left out the words that would tell them apart."""

import re

TOLD = "client with IP|disallowed|requested access|retrieving permissions|blocked by the security policy"

ALSO = [
    # A bare 403: a network rule, a scope map, a lock and a company proxy all look like this.
    (r"403|: denied:?\s*$", TOLD, "client-ip-not-allowed public-network-access-disabled private-endpoint-dns "
     "network-rule-propagation proxy-misconfigured repository-token-scope image-locked missing-pull-role "
     "missing-push-role abac-repository-permissions"),
    # A lower layer's code for "the registry's words were not understood".
    (r"invalid username/password(?!: unauthorized: \w)", "", "service-principal-credentials-wrong repository-token-wrong "
     "service-principal-secret-expired expose-token-wrong-username repository-token-expired"),
    (r"i/o timeout|deadline exceeded|Client\.Timeout", "", "outbound-blocked dns-failure"),
    # az says the same whatever kept it from the registry.
    (r"Could not connect to the registry login server", "", "registry-not-found dns-failure outbound-blocked "
     "proxy-misconfigured tls-interception private-endpoint-dns wrong-cloud login-server-malformed"),
    (r"did not issue a challenge", "", "outbound-blocked proxy-misconfigured service-outage not-acr"),
    (r"CONNECTIVITY_DNS_ERROR", "", "registry-not-found dns-failure wrong-cloud private-endpoint-dns"),
    (r"CONNECTIVITY_SSL_ERROR", "", "tls-interception proxy-misconfigured clock-skew"),
    (r"no such host", "", "registry-not-found dns-failure wrong-cloud private-endpoint-dns"),
]


# What the text must say to show these; most clients go on in silence when a helper fails or a file cannot be read.
SHOWN = {"credential-helper-broken": r"docker-credential|(storing|getting|saving) credentials|credentials store",
         "docker-config-corrupt": r"config|\.json|auth file"}


def visible(text, cause):
    """Returns the cause, or what its text looks like to one who has nothing else."""
    return "not-logged-in" if cause in SHOWN and not re.search(SHOWN[cause], text) else cause


def also(text, cause):
    """Returns the causes the wording cannot tell from this one."""
    fits = (causes.split() for wanted, told, causes in ALSO
            if re.search(wanted, text, re.M) and not (told and re.search(told, text)))
    return [other for causes in fits for other in causes if other != cause]
