"""What `az` prints: signed in or not, with and without docker, before each fault of the registry and of Azure."""

from cloud import CLIENT, TENANT
from specials import special

CHECK = "az acr check-health --name contoso --yes"
LOGIN = "az acr login --name contoso"
SIGN_IN = f'az login --service-principal --username {CLIENT} --password "$SECRET" --tenant {TENANT}'
SECRET = {"SECRET": "secret"}
CUT = "proxy-misconfigured tls-interception"
NAMES = "dns-failure wrong-cloud private-endpoint-dns login-server-malformed new-registry-dns-propagation"
FIREWALL = "public-network-access-disabled private-endpoint-dns network-rule-propagation"
ROLE = "abac-repository-permissions role-assignment-propagation wrong-subscription-or-tenant not-signed-in-to-azure"
# A PATH on which everything but container clients is found.
WITHOUT_DOCKER = ("mkdir bin; for tool in /usr/bin/*; do case $tool in *docker*|*podman*) ;; "
                  "*) ln -s $tool bin/ ;; esac; done")


def az(name, command, cause, accept="", **more):
    return special("az", name, command, cause, accept, **more)


def signed(name, command, cause, accept="", **more):
    return az(name, command, cause, accept, credentials="azure", **more)


def docker_side():
    for name, command in {"login": LOGIN, "check-health": "az acr check-health --yes"}.items():
        yield az(f"daemon-stopped-{name}", command, "docker-daemon-not-running", "docker-not-installed", daemon=False)
        yield az(f"docker-missing-{name}", command, "docker-not-installed", before=WITHOUT_DOCKER,
                 environment={"PATH": "~/bin"})
        yield az(f"socket-denied-{name}", command, "docker-permission-denied", user="nobody",
                 before="mkdir .azure; chmod 777 .azure")
    yield signed("daemon-stopped-check-health-name", CHECK, "docker-daemon-not-running", daemon=False)
    yield signed("config-cut-off-login", LOGIN, "docker-config-corrupt",
                 before="printf '{\"auths\": {' > .docker/config.json")
    yield signed("helper-desktop-login", LOGIN, "credential-helper-broken",
                 before="printf '{\"credsStore\":\"desktop\"}' > .docker/config.json")


def not_signed_in():
    for name, command in {"login": LOGIN, "show": "az acr show --name contoso", "list": "az acr list",
                          "expose-token": LOGIN + " --expose-token", "check-health": CHECK,
                          "repository-list": "az acr repository list --name contoso", "account": "az account show",
                          "import": "az acr import --name contoso --source mcr.microsoft.com/mcr/hello-world"}.items():
        yield az(f"not-signed-in-{name}", command, "not-signed-in-to-azure")
    yield az("managed-identity-missing", "az login --identity", "not-signed-in-to-azure")
    yield az("offline-login", LOGIN, "registry-not-found", f"not-signed-in-to-azure outbound-blocked {NAMES}",
             fault="nxdomain")


def sign_in():
    wrong = "service-principal-credentials-wrong"
    for fault, cause, accept in (
            ("entra-wrong-secret", wrong, ""), ("entra-expired-secret", "service-principal-secret-expired", ""),
            ("entra-unknown-app", wrong, "wrong-subscription-or-tenant"),
            ("entra-blocked", "conditional-access-or-mfa", ""),
            ("entra-unknown-tenant", "wrong-subscription-or-tenant", wrong),
            ("entra-nxdomain", "dns-failure", "outbound-blocked")):
        yield az(fault, SIGN_IN, cause, accept, fault=fault, environment=SECRET)
    yield az("sign-in-proxy-refused", SIGN_IN, "proxy-misconfigured", fault="proxy-refused",
             environment={**SECRET, "HTTPS_PROXY": "http://proxy.contoso.com:3128"})
    yield az("sign-in-intercepted", SIGN_IN, "tls-interception", fault="intercepted", environment=SECRET)


def azure():
    for name, command in {"show": "az acr show --name contoso", "login": LOGIN}.items():
        yield signed(f"arm-forbidden-{name}", command, "missing-reader-role", "role-assignment-propagation",
                     fault="arm-forbidden")
    # No case of `az acr login` for this one: az puts the suffix behind the name and goes on.
    yield signed("arm-not-found-show", "az acr show --name contoso", "registry-not-found",
                 "wrong-subscription-or-tenant", fault="arm-not-found")
    yield signed("arm-throttled", "az acr show --name contoso", "throttled", fault="arm-throttled")
    yield signed("arm-unavailable", "az acr show --name contoso", "service-outage", fault="arm-unavailable")
    yield signed("arm-disabled-subscription", "az acr update --name contoso --admin-enabled true",
                 "quota-or-subscription", fault="arm-disabled-subscription")
    yield signed("arm-unreachable", "az acr show --name contoso", "dns-failure", "outbound-blocked",
                 fault="entra-nxdomain")
    yield signed("admin-disabled-credentials", "az acr credential show --name contoso", "admin-user-disabled")
    yield signed("credentials-forbidden", "az acr credential show --name contoso", "missing-reader-role",
                 "role-assignment-propagation", fault="arm-credentials-forbidden")


def registry():
    for fault, cause, accept in (
            ("nxdomain", "registry-not-found", NAMES), ("servfail", "dns-failure", NAMES),
            ("refused", "outbound-blocked", CUT), ("reset", "outbound-blocked", CUT),
            ("untrusted", "tls-interception", ""),
            ("intercepted", "tls-interception", ""), ("expired", "clock-skew", "tls-interception"),
            ("wrong-host", "tls-interception", "private-endpoint-dns login-server-malformed proxy-misconfigured"),
            ("firewall", "client-ip-not-allowed", FIREWALL), ("firewall-ping", "client-ip-not-allowed", FIREWALL),
            ("forbidden", "client-ip-not-allowed", f"{FIREWALL} proxy-misconfigured"),
            ("wrong-password", "missing-pull-role", f"{ROLE} arm-token-policy-disabled"),
            ("arm-token-disallowed", "arm-token-policy-disabled", f"missing-pull-role {ROLE}"),
            ("permissions-lookup", "service-outage", f"client-ip-not-allowed {FIREWALL} {ROLE}"),
            ("throttled-token", "throttled", ""), ("error-500", "service-outage", ""), ("error-503", "service-outage", ""),
            ("token-503", "service-outage", ""), ("proxy-page-200", "proxy-misconfigured", "not-acr service-outage"),
            ("proxy-page-403", "proxy-misconfigured", f"client-ip-not-allowed {FIREWALL}"),
            ("not-a-registry", "not-acr", "proxy-misconfigured service-outage"),
            ("plain-http", "proxy-misconfigured", "tls-interception not-acr")):
        yield signed(f"{fault}-login", LOGIN, cause, accept, fault=fault)
        yield signed(f"{fault}-check-health", CHECK, cause, accept, fault=fault)
    proxy = {"HTTPS_PROXY": "http://proxy.contoso.com:3128", "NO_PROXY": "login.microsoftonline.com,management.azure.com"}
    for fault in ("proxy-refused", "proxy-407", "proxy-403", "proxy-nxdomain"):
        yield signed(f"{fault}-login", LOGIN, "proxy-misconfigured", "outbound-blocked", fault=fault, environment=proxy)
    yield signed("timeout-login", LOGIN, "outbound-blocked", CUT, fault="timeout")
    yield signed("microsoft-nxdomain-check-health", "az acr check-health --yes", "dns-failure", "outbound-blocked",
                 fault="microsoft-nxdomain")
    for fault, cause, accept in (("missing-scope", "missing-pull-role", ROLE), ("name-unknown", "image-not-found", ""),
                                 ("firewall", "client-ip-not-allowed", FIREWALL), ("throttled", "throttled", "")):
        yield signed(f"{fault}-show-tags", "az acr repository show-tags --name contoso --repository team/api", cause,
                     accept, fault=fault)
    yield signed("name-with-suffix", "az acr login --name contoso.azurecr.io", None)
    yield signed("name-uppercase", "az acr login --name Contoso", None)


def healthy():
    yield signed("login", LOGIN, None)
    yield signed("expose-token", LOGIN + " --expose-token", None)
    yield signed("check-health", CHECK + " --ignore-errors", None)
    yield signed("show", "az acr show --name contoso", None)
    yield signed("list-table", "az acr list --output table", None)
    yield signed("repository-list", "az acr repository list --name contoso --output table", None)
    yield signed("show-tags", "az acr repository show-tags --name contoso --repository team/api", None)
    yield az("sign-in", SIGN_IN, None, environment=SECRET)


AZ = [*docker_side(), *not_signed_in(), *sign_in(), *azure(), *registry(), *healthy()]
