import PolicyDiff
import PolicyModel
import PolicyQueries
import PolicyTestSupport

func lines(_ first: Int, _ last: Int? = nil) -> LineRange { LineRange(first, last ?? first) }

/// A change as a comparison makes it; what a test does not care about is left out.
func change(
    _ kind: String = "prohibition-added", _ significance: Significance = .material, _ direction: Direction = .stricter,
    section: [String] = ["Prohibited uses", "Security"], before: String? = nil, after: String? = nil,
    edits: [WordEdit] = [],
    quantities: [QuantityChange] = [], summary: String = "You must not break the locks.", introducedIn: String? = nil,
    places: Int = 1
) -> Change {
    Change(
        id: "0123456789abcdef", kind: kind, significance: significance, direction: direction, section: section,
        before: before.map { Change.Evidence(text: $0, lines: lines(3)) },
        after: after.map { Change.Evidence(text: $0, lines: lines(5, 6)) }, edits: edits,
        modality: ModalityChange(before: nil, after: .mustNot), quantities: quantities, summary: summary,
        reason: "A new prohibition.", introducedIn: introducedIn, places: places)
}

/// The edits that turn one text into another: the given words in the middle are exchanged.
func edits(_ lead: String, _ old: String, _ new: String, _ tail: String) -> [WordEdit] {
    [WordEdit(.equal, lead), WordEdit(.delete, old), WordEdit(.insert, new), WordEdit(.equal, tail)].filter {
        !$0.text.isEmpty
    }
}

func difference(_ changes: [Change], title: String = "Usage Policy") -> Difference {
    Difference(
        policy: PolicyName(id: "usage", title: title), from: version("1", effective: "2026-01-01", .superseded),
        to: version("2", effective: "2026-03-25", .inForce), comparison: Comparison(changes: changes))
}

func version(
    _ label: String, effective: String? = nil, published: String? = nil, _ state: VersionState,
    marks: [VersionMark] = []
) -> Version {
    let record = PolicyRecord(
        commit: InMemorySource.commit(1),
        recorded: Instant(rfc3339: "2026-03-26T23:33:41Z") ?? Instant(secondsSinceEpoch: 0),
        path: "usage/policy.md", text: nil)
    return Version(
        policy: "usage", label: label, record: record, published: published.flatMap { CivilDate(iso: $0) },
        effective: EffectiveDates(standard: effective.flatMap { CivilDate(iso: $0) }), state: state, marks: marks)
}

/// Compares clause by clause: one change for each clause that went or came.
func compareClauses(_ old: PolicyContent, _ new: PolicyContent, _ options: ComparisonOptions) -> Comparison {
    let before = Set(old.document.clauses.map(\.text))
    let after = Set(new.document.clauses.map(\.text))
    let added = after.subtracting(before).sorted().map {
        change("prohibition-added", after: $0, summary: "Newly forbidden: “\($0)”")
    }
    let removed = before.subtracting(after).sorted().map {
        change("disclosure-removed", .minor, .unclear, before: $0, summary: "No longer stated: “\($0)”")
    }
    return Comparison(changes: added + removed)
}

func chronicle(_ source: InMemorySource) -> Chronicle {
    Chronicle(
        source: source, now: Now(Instant(rfc3339: "2026-12-01T12:00:00Z") ?? Instant(secondsSinceEpoch: 0)),
        compare: compareClauses)
}

func day(_ text: String) -> When { .day(CivilDate(iso: text) ?? CivilDate(daysSinceEpoch: 0)) }

/// Two policies with all that can happen to one.
let eventful = InMemorySource(
    .native,
    [
        (
            "nimbus", ["nimbus-old"],
            [
                .init("2026-01-01", label: "1", effective: "2026-01-01", title: "Nimbus Rules", text: "a"),
                .init("2026-02-01T10:00:00.5Z", label: "2", published: "2026-02-01", text: "a\nb"),
                .init("2026-03-01", label: "2", published: "2026-02-01", text: "a\nB"),
                .init("2026-04-01", label: "3", effective: "2026-05-01", text: "c"),
                .init("2026-04-15", label: "3", effective: "2026-06-01", text: "c"),
                .init("2026-07-01", label: "4", effective: "2026-08-01", text: "d"),
                .init("2026-07-15", label: "4", effective: "2026-08-01", withdrawn: true, text: "d"),
                .init("2026-09-01", label: "2099", effective: "2099-01-01", text: "c\ne"),
            ]
        ), ("gone", [], [.init("2026-01-01", label: "1", text: "a"), .init("2026-02-01", text: nil)]),
        ("quiet", [], [.init("2025-01-01", label: "1", text: "a")]),
    ],
    findings: [
        Finding(id: "something", severity: .note, message: "Something.", place: Place(path: "x", lines: lines(2)))
    ])
