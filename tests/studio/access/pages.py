"""Rows of the studio's own pages and partials."""

from tests.studio.access.row import LOGIN, Row, everybody, page, signed_in
from tests.studio.access.world import BOX, PAGE

KIT = {
    "version": "1",
    "name": "동네빵집",
    "primary": "#112233",
    "secondary": "#e8eef5",
    "accent": "#f2a541",
    "text": "#16202c",
    "background": "#ffffff",
    "heading_font": "Pretendard",
    "body_font": "Pretendard",
    "tone": "friendly",
    "preferred": "",
    "forbidden": "",
    "key_messages": "",
}
MOVE = {"op": "object.set", "page": PAGE, "id": BOX, "path": "transform.cx", "value": 7}
IMAGE = {
    "id": "picture00001",
    "type": "image",
    "role": "photo",
    "name": "",
    "transform": {"cx": 5, "cy": 5, "w": 10, "h": 10, "angle": 0},
    "style": {"opacity": 1},
    "props": {"asset": "@photo", "natural": {"w": 216, "h": 216}, "crop": {"x": 0, "y": 0, "w": 1, "h": 1}},
}
ADD = {"op": "object.add", "page": PAGE, "object": IMAGE, "index": 0}
BATCH = {"base_seq": 0, "epoch": 1, "client_op_id": "tab:1", "ops": [MOVE, ADD]}
SENTENCE = "무선 이어폰 X1을 위한 인스타그램 광고 이미지를 만들어줘."
NOBODYS = everybody(404, anonymous=LOGIN)


def get(name, *args, expect=None, **more):
    return Row(f"studio:{name}", "get", expect or page("look"), args, **more)


def post(name, *args, expect, **more):
    return Row(f"studio:{name}", "post", expect, args, **more)


ROWS = [
    get("start", expect=signed_in(302)),
    get("new_brand", expect=signed_in()),
    post("new_brand", expect=signed_in(302), body={"name": "새집", "look": "clear", "tone": "friendly"}),
    get("brand", "@brand"),
    get("brand", "@brand", query="?q=이어폰&page=1"),
    # Kit
    get("kit", "@brand"),
    post("kit", "@brand", expect=page("own", 302), body=KIT),
    post("keep_logo", "@brand", expect=page("own", 302), body={"logo": "(picture)"}),
    post("remove_logo", "@brand", expect=page("own", 302)),
    post("restore_kit", "@brand", 2, expect=page("own", 302)),
    # People
    get("people", "@brand"),
    post(
        "invite_person", "@brand", expect=page("own", 302), body={"role": "viewer", "email": "", "days": "7"}
    ),
    post("change_role", "@guest", expect=page("own", 302), body={"role": "viewer"}),
    post("remove_member", "@guest", expect=page("own", 302)),
    post("revoke_invite", "@invite", expect=page("own", 302)),
    get("invitation", "@token", expect=everybody(200)),
    get("invitation", "nonsense", expect=everybody(404)),
    # Whoever holds the link may come in: that is what an invite is.
    post(
        "accept_invite",
        "@token",
        expect=signed_in(302, viewer=422, editor=422, approver=422, owner=422),
    ),
    # Briefs
    post("ask", "@brand", expect=page("edit", 302), body={"text": SENTENCE, "menu": ""}),
    get("brief", "@brief"),
    get("region", "@brief", "stage"),
    get("region", "@brief", "context"),
    get("region", "@brief", "talk"),
    get("region", "@brief", "runs"),
    get("region", "@brief", "drafts", query="?round=1"),
    post("answer", "@fresh", expect=page("edit"), body={"pick-tone": "premium"}),
    post("amend", "@brief", expect=page("edit"), body={"question": "audience", "own-audience": "자취생"}),
    post("add_files", "@brief", expect=page("edit"), body={"uploads": "(picture)"}),
    post("regenerate", "@brief", expect=page("edit"), body={"wish": "짧게"}),
    # Drafts
    get("draft", "@draft"),
    post("edit_draft", "@draft", expect=page("edit"), body={"version": "1", "headline": "지금 조용하게"}),
    post("suggest", "@draft", expect=page("edit"), body={"wish": "shorter"}),
    post("approve_draft", "@draft", expect=page("approve")),
    post("reject_draft", "@draft", expect=page("approve"), body={"reason": "딱딱해요", "again": "on"}),
    post("accept_suggestion", "@suggestion", expect=page("edit")),
    post("refuse_suggestion", "@suggestion", expect=page("edit")),
    # Runs
    post("cancel_run", "@run", expect=page("edit")),
    post("ask_run_again", "@ended", expect=page("edit")),
    get("models", expect=signed_in()),
    # Documents and files
    get("asset", "@asset"),
    get("asset", "@photo", query="?download"),
    get("document", "@document"),
    get("document_content", "@document"),
    get("document_events", "@document", query="?since=0"),
    post("document_ops", "@document", expect=page("edit"), body=BATCH, send="json"),
    post("document_photos", "@document", expect=page("edit"), body={"file": "(picture)"}),
    post(
        "document_export", "@document", expect=page("look"), body={"format": "png", "page": PAGE}, send="json"
    ),
    get("document_exported", "@document", "@export"),
    # One's own
    get("profile", expect=signed_in()),
    post("profile", expect=signed_in(302), body={"name": "Neu", "language": "en"}),
    post("language", expect=everybody(302), body={"language": "ko"}),
    get("enter", "nonsense", expect=everybody(410)),
    post("enter", "nonsense", expect=everybody(410)),
]
