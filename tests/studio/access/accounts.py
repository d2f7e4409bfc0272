"""Rows of signing in, of one's own account, and of the tokens that programs use."""

from tests.studio.access.row import Row, everybody, signed_in
from tests.studio.access.world import PASSWORD

VISITORS = everybody(302, anonymous=200)  # who has signed in is led on
NONE_SET = signed_in(404)  # no second factor is set up
WRONG = {"login": "viewer@example.test", "password": "wrong"}
PHONE = ("manage_phone", "verify_phone", "resend_phone_verification_code")
PHONES = "^_allauth/app/v1/(account/phone|auth/phone/)"
NEW = {"email": "dora@example.test", "password1": PASSWORD}


def get(name, *args, expect=None, **more):
    return Row(name, "get", expect or signed_in(), args, **more)


def post(name, *args, expect, **more):
    return Row(name, "post", expect, args, **more)


PAGES = [
    get("account_login", expect=VISITORS),
    post("account_login", expect=VISITORS, body=WRONG, changes=()),
    get("account_logout", expect=everybody(200, anonymous=302)),
    post("account_logout", expect=everybody(302)),
    get("account_inactive", expect=everybody(200)),
    get("account_signup", expect=VISITORS),
    post("account_signup", expect=everybody(302), body=NEW, changes=("anonymous",)),
    get("account_reauthenticate"),
    post("account_reauthenticate", expect=signed_in(), body={"password": "wrong"}, changes=()),
    get("account_email"),
    post("account_email", expect=signed_in(302), body={"action_add": "", "email": "other@example.test"}),
    get("account_email_verification_sent", expect=everybody(200)),
    get("account_change_password"),
    post(
        "account_change_password",
        expect=signed_in(),
        body={"oldpassword": "wrong", "password1": "x", "password2": "x"},
        changes=(),
    ),
    get("account_set_password", expect=signed_in(302)),
    post("account_set_password", expect=signed_in(302), body={"password1": "x"}, changes=()),
    get("account_reset_password", expect=everybody(200)),
    post("account_reset_password", expect=everybody(302), body={"email": "viewer@example.test"}, changes=()),
    get("account_reset_password_done", expect=everybody(200)),
    get("account_reset_password_from_key", "1", "nonsense", expect=everybody(200)),
    post(
        "account_reset_password_from_key",
        "1",
        "nonsense",
        expect=everybody(200),
        body={"password1": "x"},
        changes=(),
    ),
    get("account_reset_password_from_key_done", expect=everybody(200)),
    get("account_confirm_login_code", expect=everybody(302)),
    post("account_confirm_login_code", expect=everybody(302), body={"code": "1"}, changes=()),
    get("account_confirm_email", "nonsense", expect=everybody(200)),
    post("account_confirm_email", "nonsense", expect=everybody(404), changes=()),
    get("mfa_index"),
    get("mfa_authenticate", expect=everybody(302)),
    post("mfa_authenticate", expect=everybody(302), body={"code": "1"}, changes=()),
    get("mfa_reauthenticate", expect=signed_in(302)),
    post("mfa_reauthenticate", expect=signed_in(302), body={"code": "1"}, changes=()),
    get("mfa_activate_totp", expect=signed_in(302)),
    post("mfa_activate_totp", expect=signed_in(302), body={"code": "1"}, changes=()),
    get("mfa_deactivate_totp", expect=NONE_SET),
    post("mfa_deactivate_totp", expect=NONE_SET),
    get("mfa_view_recovery_codes", expect=NONE_SET),
    get("mfa_generate_recovery_codes", expect=signed_in(302)),
    post("mfa_generate_recovery_codes", expect=signed_in(302), changes=()),
    get("mfa_download_recovery_codes", expect=NONE_SET),
]


def ask(name, method, expect, body=None, **more):
    """A program's call: who it is stands in a header, never in a cookie."""
    return Row(f"headless:app:{name}", method, expect, body=body, send="json", **more)


def own(answer=200):
    return everybody(answer, anonymous=401)


TOKENS = [
    ask("config", "get", everybody(200)),
    ask("account:current_session", "get", own()),
    ask("account:current_session", "delete", everybody(401)),
    ask("account:login", "post", everybody(400), {"email": "viewer@example.test", "password": "wrong"}),
    ask("account:signup", "post", everybody(400), {"email": "no address", "password": PASSWORD}),
    ask("account:reauthenticate", "post", own(400), {"password": "wrong"}),
    ask("account:confirm_login_code", "post", everybody(409), {"code": "1"}),
    ask("account:request_password_reset", "post", everybody(400), {"email": "no address"}),
    ask("account:reset_password", "get", everybody(400), headers={"X-Password-Reset-Key": "x"}),
    ask("account:reset_password", "post", everybody(400), {"key": "x", "password": PASSWORD}),
    ask("account:verify_email", "get", everybody(400), headers={"X-Email-Verification-Key": "x"}),
    ask("account:verify_email", "post", everybody(400), {"key": "x"}),
    ask("account:resend_email_verification_code", "post", everybody(409)),
    ask("account:change_password", "post", own(400), {"current_password": "x", "new_password": "y"}),
    ask("account:manage_email", "get", own()),
    ask("account:manage_email", "post", everybody(400, anonymous=409), {"email": "no address"}),
    ask("account:manage_email", "put", own(400), {"email": "nobody@example.test"}),
    ask("account:manage_email", "patch", own(400), {"email": "nobody@example.test", "primary": True}),
    ask("account:manage_email", "delete", own(400), {"email": "nobody@example.test"}),
    # Nobody has a phone here: allauth's own views would break.
    *[ask(f"account:{name}", "post", everybody(404)) for name in PHONE],
    Row(PHONES, "post", everybody(404), path="/_allauth/app/v1/account/phone"),
    ask("mfa:authenticate", "post", everybody(401), {"code": "1"}),
    ask("mfa:reauthenticate", "post", own(400), {"code": "1"}),
    ask("mfa:authenticators", "get", own()),
    ask("mfa:manage_totp", "get", own(404)),
    ask("mfa:manage_totp", "post", own(400), {"code": "1"}),
    ask("mfa:manage_totp", "delete", own(), changes=()),
    ask("mfa:manage_recovery_codes", "get", own(404)),
    ask("mfa:manage_recovery_codes", "post", own(400)),
    ask("tokens:refresh", "post", everybody(400), {"refresh_token": "x"}),
]
ROWS = [*PAGES, *TOKENS]
