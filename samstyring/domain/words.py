"""The words people read for the choices of the model, in the language in use."""

from enum import StrEnum

from samstyring.language import N_, ngettext, translate

_WORDS: dict[str, dict[str, str]] = {
    "BodyKind": {
        "political_body": N_("political body"),
        "council": N_("council"),
        "committee": N_("committee"),
        "expert_council": N_("expert council"),
        "sector_committee": N_("sector priority committee"),
        "regional_network": N_("regional digital network"),
        "programme_board": N_("programme board or steering group"),
        "resource_group": N_("resource group"),
        "expert_group": N_("expert group"),
        "theme_group": N_("theme group"),
        "working_group": N_("working group"),
        "secretariat": N_("secretariat"),
        "municipality": N_("municipality"),
        "county_municipality": N_("county municipality"),
        "state_agency": N_("state agency"),
        "company": N_("company"),
        "it_cooperation": N_("inter-municipal IT cooperation"),
        "other": N_("other body"),
    },
    "Level": {
        "state": N_("state"),
        "national": N_("national"),
        "regional": N_("regional"),
        "sub_regional": N_("sub-regional"),
        "local": N_("local"),
    },
    "NameKind": {
        "official": N_("official name"),
        "short": N_("short name"),
        "alternative": N_("alternative name"),
    },
    "RelationKind": {
        "reports_to": N_("reports to"),
        "part_of": N_("is part of"),
        "advises": N_("advises"),
        "prepares_cases_for": N_("prepares cases for"),
        "secretariat_for": N_("is secretariat for"),
        "hosts": N_("hosts"),
        "owns": N_("owns"),
        "member_of": N_("is member of"),
        "located_in": N_("is located in"),
        "observes": N_("observes"),
    },
    "LineKind": {"nominates": N_("nominates to"), "appoints": N_("appoints to")},
    "SuccessionKind": {
        "renamed": N_("renamed"),
        "merged": N_("merged"),
        "split": N_("split"),
        "replaced": N_("replaced"),
    },
    "Gender": {
        "female": N_("female"),
        "male": N_("male"),
        "other": N_("other"),
        "not_stated": N_("not stated"),
    },
    "ContactKind": {"email": N_("e-mail"), "phone": N_("phone")},
    "SeatRole": {
        "chair": N_("chair"),
        "deputy_chair": N_("deputy chair"),
        "member": N_("member"),
        "substitute": N_("substitute"),
        "personal_substitute": N_("personal substitute"),
        "observer": N_("observer"),
        "secretary": N_("secretary"),
    },
    "SeatStatus": {
        "filled": N_("filled"),
        "ends_soon": N_("ends soon"),
        "term_over": N_("term over, still sitting"),
        "vacant": N_("vacant"),
    },
    "StepKind": {
        "proposed": N_("proposed"),
        "asked": N_("asked"),
        "accepted": N_("accepted"),
        "declined": N_("declined"),
        "nominated": N_("nominated"),
        "recommended": N_("recommended"),
        "appointed": N_("appointed"),
        "not_appointed": N_("not appointed"),
        "withdrawn": N_("withdrawn"),
    },
    "RequestStatus": {
        "asked": N_("waiting for an answer"),
        "overdue": N_("overdue"),
        "answered": N_("answered"),
    },
    "SectionKind": {
        "background": N_("Background"),
        "purpose": N_("Purpose and scope"),
        "tasks": N_("Tasks"),
        "authority": N_("Role and authority"),
        "composition": N_("Composition"),
        "leadership": N_("Leadership"),
        "way_of_working": N_("Way of working"),
        "secretariat": N_("Secretariat"),
        "reporting": N_("Reporting"),
        "other": N_("Other"),
    },
    "MandateState": {
        "draft": N_("draft"),
        "in_consultation": N_("in consultation"),
        "adopted": N_("adopted, not yet in force"),
        "in_force": N_("in force"),
        "replaced": N_("no longer in force"),
    },
    "FlowKind": {
        "need": N_("need"),
        "input": N_("input"),
        "case_preparation": N_("case preparation"),
        "recommendation": N_("recommendation"),
        "decision": N_("decision"),
        "commission": N_("commission"),
        "information": N_("information"),
        "consultation": N_("consultation"),
        "report": N_("report"),
        "rollout": N_("rollout"),
        "minutes": N_("minutes"),
    },
    "FlowDirection": {"up": N_("up"), "down": N_("down"), "across": N_("across")},
    "FindingKind": {
        "vacant": N_("Vacant seats"),
        "term_over": N_("Terms that are over, still sitting"),
        "overdue": N_("Overdue requests"),
        "ends_soon": N_("Terms that end soon"),
        "unanswered": N_("Candidates not yet answered"),
        "no_mandate": N_("Bodies without a mandate in force"),
        "revision": N_("Mandates due for revision"),
        "breach": N_("Rules broken without a reason"),
        "unverified": N_("Facts not verified for long"),
    },
    "LetterKind": {
        "call": N_("call for nominations"),
        "reminder": N_("reminder"),
        "municipality": N_("request to a municipality"),
        "recommendation": N_("recommendation to the appointing body"),
        "appointment": N_("letter of appointment"),
        "thanks": N_("thanks to those who leave"),
        "roster": N_("roster of a body"),
        "booklet": N_("roster of all bodies"),
    },
    "TermState": {
        "over": N_("term over, still sitting"),
        "ends_soon": N_("ends soon"),
        "sitting": N_("sits"),
        "planned": N_("planned"),
        "former": N_("has left"),
    },
}


def word(choice: StrEnum) -> str:
    """Return the word for a choice of the model in the language in use, in lower case."""
    return translate(_WORDS[type(choice).__name__][choice.value])


def words_of_kind(kind: type[StrEnum]) -> tuple[tuple[str, str], ...]:
    """Return every choice of a kind as (value, word), in the model's order."""
    return tuple((choice.value, word(choice)) for choice in kind)


def word_for_table(table: str, count: int) -> str:
    """Return the word for rows of a table in the number that goes with the count."""
    words = {
        "body": ngettext("body", "bodies", count),
        "body_name": ngettext("name", "names", count),
        "official_number": ngettext("official number", "official numbers", count),
        "municipality": ngettext("set of municipal facts", "sets of municipal facts", count),
        "succession": ngettext("succession", "successions", count),
        "relation": ngettext("relation", "relations", count),
        "source": ngettext("source", "sources", count),
        "person": ngettext("person", "persons", count),
        "contact": ngettext("contact detail", "contact details", count),
        "employment": ngettext("employment", "employments", count),
        "seat": ngettext("seat", "seats", count),
        "appointment": ngettext("term", "terms", count),
        "composition_rule": ngettext("rule", "rules", count),
        "nomination_round": ngettext("round", "rounds", count),
        "round_seat": ngettext("seat in a round", "seats in rounds", count),
        "request": ngettext("request", "requests", count),
        "candidacy": ngettext("candidacy", "candidacies", count),
        "step": ngettext("step", "steps", count),
        "mandate": ngettext("mandate", "mandates", count),
        "mandate_version": ngettext("mandate version", "mandate versions", count),
        "section": ngettext("section", "sections", count),
        "commitment": ngettext("commitment", "commitments", count),
        "agreement": ngettext("agreement", "agreements", count),
        "agreement_party": ngettext("party to an agreement", "parties to agreements", count),
        "channel": ngettext("channel", "channels", count),
        "kept_candidacy": ngettext("kept candidate", "kept candidates", count),
        "rule_answer": ngettext("answer to a rule", "answers to rules", count),
        "saved_view": ngettext("saved view", "saved views", count),
        "story": ngettext("story", "stories", count),
        "story_page": ngettext("page of a story", "pages of stories", count),
        "snooze": ngettext("thing put off", "things put off", count),
        "placement": ngettext("place in the graph", "places in the graph", count),
        "file_setting": ngettext("setting of the file", "settings of the file", count),
    }
    return words[table]
