"""How work ends when nobody asked wrongly and nothing of ours broke: a model did not deliver."""


class WorkFailed(Exception):
    """The run ends here, with words for the person who asked.

    code   one of the A2A codes: AGENT_TIMEOUT, MODEL_ERROR, QUOTA_EXCEEDED, DEPENDENCY_FAILED …
    state  "failed", or "needs_review" when a person has to decide because an outcome is not known
    """

    def __init__(self, words: str, *, code: str = "MODEL_ERROR", state: str = "failed"):
        super().__init__(words)
        self.code = code
        self.state = state
