"""The faults the stand-in can be told to have, one at a time.

A fault maps a stage of the exchange to the answer given there instead of the good one.
Wordings of registry bodies are those ACR prints; everything else a capture shows comes from the client.
"""

from cloud import CLOUD_FAULTS

REGISTRY = "contoso.azurecr.io"
DATA = "contoso.westeurope.data.azurecr.io"
PROXY = "proxy.contoso.com"
MICROSOFT = "mcr.microsoft.com"  # `az acr check-health` pulls its sample image there

# Addresses of the private network the captures run in. Documentation ranges: they belong to nobody.
HOSTS = {
    REGISTRY: "203.0.113.10",
    DATA: "203.0.113.20",
    MICROSOFT: "203.0.113.60",
    PROXY: "198.51.100.8",
    "management.azure.com": "203.0.113.50",
    "login.microsoftonline.com": "203.0.113.50",
}
CLOSED, BLACKHOLE, UNROUTED, PRIVATE = "203.0.113.30", "203.0.113.40", "192.0.2.1", "10.1.0.5"
RESOLVER = "168.63.129.16"

AUTH = "authentication required, visit https://aka.ms/acr/authorization for more information."
FIREWALL = ("client with IP '198.51.100.24' is not allowed access. "
            "Refer https://aka.ms/acr/firewall to grant access.")
LOCKED = ("The operation is disallowed on this registry, repository or image. View troubleshooting steps at "
          "https://aka.ms/acr/faq/#why-does-my-pull-or-push-request-fail-with-disallowed-operation")
SKUS = ("Too many requests. Please visit https://aka.ms/acr/skus#sku-feature-matrix "
        "to view limits of all service tiers.")
GUID = "5f3c1e0a-6b0e-4c55-9d8e-2a4f0b6f7c11"
HTML = ("<html>\r\n<head><title>Access Denied</title></head>\r\n<body>\r\n<h1>Access Denied</h1>\r\n"
        "<p>This site is blocked by the security policy of Contoso.</p>\r\n</body>\r\n</html>\r\n")


def error(status, code, message, detail=None, **more):
    return dict(status=status, code=code, message=message, detail=detail, **more)


def page(status, body, ctype="text/html"):
    return dict(status=status, body=body, ctype=ctype)


def on(stages, answer):
    return {stage: answer for stage in stages.split()}


UNAUTHORIZED = error(401, "UNAUTHORIZED", AUTH)
DENIED = error(403, "DENIED", "requested access to the resource is denied")
FIREWALLED = error(403, "DENIED", FIREWALL)
BUSY = error(429, "TOOMANYREQUESTS", SKUS, retry=1)
REACH = "ping token exchange manifest put-manifest blob upload list"

FAULTS = {
    "healthy": {},
    # credentials
    "wrong-password": on("token exchange", UNAUTHORIZED),
    "wrong-password-correlation": on("token exchange", error(401, "UNAUTHORIZED", f"{AUTH} CorrelationId: {GUID}")),
    "wrong-password-plain-text": on("token exchange", error(401, "UNAUTHORIZED", AUTH, ctype="text/plain")),
    "application-not-registered": on("token", error(401, "UNAUTHORIZED", "Application not registered with AAD.")),
    "invalid-client-secret": on("token", error(401, "UNAUTHORIZED", "Invalid clientid or client secret.")),
    "client-id-must-be-guid": on("token", error(
        401, "UNAUTHORIZED", "aad access token with sp failed client id must be guid")),
    "arm-token-disallowed": on("token exchange", error(401, "UNAUTHORIZED", "arm aad token disallowed")),
    "expired-token": on("token-scoped", UNAUTHORIZED),
    # authorization
    "missing-scope": on("token-scoped", error(401, "UNAUTHORIZED", AUTH, detail="scope")),
    "missing-scope-resource": on("manifest put-manifest blob upload list", error(401, "UNAUTHORIZED", AUTH, "scope")),
    "scope-map": on("manifest put-manifest blob upload list", DENIED),
    "permissions-lookup": on("token-scoped exchange", error(403, "DENIED", "retrieving permissions failed")),
    "locked": on("put-manifest", error(405, "UNSUPPORTED", LOCKED)),
    "locked-denied": on("put-manifest manifest", error(403, "DENIED", LOCKED)),
    # network rules
    "firewall": on("token exchange", FIREWALLED),
    "firewall-correlation": on("token exchange", error(403, "DENIED", f"{FIREWALL} CorrelationId: {GUID}")),
    "firewall-ping": on(REACH, FIREWALLED),
    "forbidden": on(REACH, page(403, "")),
    "data-forbidden": on("data", page(403, "")),
    "data-refused": {"dns": {DATA: CLOSED}},
    "data-timeout": {"dns": {DATA: BLACKHOLE}},
    "data-nxdomain": {"dns": {DATA: "nxdomain"}},
    "blob-truncated": {"data": dict(truncate=True)},
    "blob-corrupt": {"data": dict(corrupt=True)},
    "blob-missing": on("blob", error(404, "BLOB_UNKNOWN", "blob unknown to registry")),
    # names
    "manifest-unknown": on("manifest", error(404, "MANIFEST_UNKNOWN", 'manifest tagged by "1.0" is not found',
                                             {"Tag": "1.0"})),
    "name-unknown": on("manifest list", error(404, "NAME_UNKNOWN", 'repository "team/api" is not found',
                                              {"name": "team/api"})),
    "tag-invalid": on("manifest put-manifest", error(400, "TAG_INVALID", "manifest tag did not match URI")),
    # service
    "throttled": on("manifest put-manifest upload list", BUSY),
    "throttled-token": on("token exchange", BUSY),
    "throttled-everywhere": on(REACH, BUSY),
    "error-500": on(REACH, error(500, "UNKNOWN", "unknown error")),
    "error-503": on(REACH, page(503, "")),
    "error-502-html": on(REACH, page(502, "<html><head><title>502 Bad Gateway</title></head>"
                                          "<body><center><h1>502 Bad Gateway</h1></center></body></html>")),
    "token-503": on("token exchange", page(503, "")),
    # something else answers
    "proxy-page-200": on(REACH, page(200, HTML)),
    "proxy-page-403": on(REACH, page(403, HTML)),
    "proxy-page-token": on("token exchange", page(200, HTML)),
    "not-a-registry": on(REACH, page(404, "<h1>Not Found</h1>")),
    "basic-only": {"basic": True},
    "empty-token": on("token", page(200, "{}", "application/json")),
    # transport
    "untrusted": {"tls": "untrusted"},
    "intercepted": {"tls": "untrusted", "everywhere": True},
    "expired": {"tls": "expired"},
    "not-yet-valid": {"tls": "future"},
    "wrong-host": {"tls": "wronghost"},
    "plain-http": {"tls": "plain"},
    "reset": {"tls": "reset"},
    "closed-in-handshake": {"tls": "close"},
    "silent": {"tls": "silent"},
    "refused": {"dns": {REGISTRY: CLOSED}},
    "timeout": {"dns": {REGISTRY: BLACKHOLE}},
    "timeout-private": {"dns": {REGISTRY: PRIVATE}},
    "unroutable": {"dns": {REGISTRY: UNROUTED}},
    "nxdomain": {"dns": {REGISTRY: "nxdomain"}},
    "servfail": {"dns": {REGISTRY: "servfail"}},
    "dns-silent": {"dns": {REGISTRY: "silent"}},
    "resolver-refused": {"dns": {REGISTRY: "refused"}},
    # proxies: the clients are pointed at PROXY by their environment
    "proxy-refused": {"dns": {PROXY: CLOSED}},
    "proxy-timeout": {"dns": {PROXY: BLACKHOLE}},
    "proxy-nxdomain": {"dns": {PROXY: "nxdomain"}},
    "proxy-407": {"proxy": (407, "Proxy Authentication Required")},
    "proxy-403": {"proxy": (403, "Forbidden")},
    "proxy-502": {"proxy": (502, "Bad Gateway")},
    "proxy-503": {"proxy": (503, "Service Unavailable")},
    "proxy-works": {},
    # the way to Azure itself
    "entra-nxdomain": {"dns": {"login.microsoftonline.com": "nxdomain", "management.azure.com": "nxdomain"}},
    "microsoft-nxdomain": {"dns": {MICROSOFT: "nxdomain"}},
    **CLOUD_FAULTS,
}
