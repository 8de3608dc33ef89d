import PolicyDiff
import PolicyModel
import PolicyNotices
import PolicyQueries
import PolicyRendering
import PolicyTestSupport

/// A notice of some changes, as `notice` makes it.
func notice(
    of changes: [Change], title: String = "Usage Policy", language: String = "en", settings: Settings = Settings(),
    reason: String? = nil
) throws -> Notice {
    func version(_ label: String, _ effective: String, _ second: Int64, _ state: VersionState) -> Version {
        let record = PolicyRecord(
            commit: InMemorySource.commit(1), recorded: Instant(secondsSinceEpoch: 1_774_000_000 + second),
            path: "usage/policy.md", text: nil)
        return Version(
            policy: "usage", label: label, record: record, published: CivilDate(iso: "2026-02-20"),
            effective: EffectiveDates(standard: CivilDate(iso: effective)), reason: reason, state: state)
    }
    let difference = Difference(
        policy: PolicyName(id: "usage", title: title), from: version("1", "2026-01-01", 0, .superseded),
        to: version("2", "2026-03-25", 60, .inForce), comparison: Comparison(changes: changes))
    return try Notice(
        of: [difference], NoticeOptions(locale: FoundationLocale(language), settings: settings))
}

/// Changes of several kinds, with a text in each place that a form shows.
func changes(saying text: String) -> [Change] {
    [
        change(section: [text, text], after: "You must not \(text) at all."),
        change("permission-removed", section: [text], before: "You may \(text) freely."),
        change("section-added", section: [text], after: text),
        change("clause-reworded", .material, .unclear, before: "Old \(text).", after: "New \(text)."),
        change("typo-fixed", .editorial, .neutral, before: text, after: text),
    ]
}

/// Settings that give each form all that it can show.
func fullSettings(saying text: String = "We answer") -> Settings {
    Settings(
        publisher: text, contact: "\(text) legal@example.com", languages: ["en", "fr"],
        notices: NoticeSettings(
            links: [
                .new: "https://example.com/{policy}/{version}", .old: "https://example.com/{policy}/{old}",
                .versions: "https://example.com/{policy}/",
            ], texts: [.act: LocalizedText(["": text]), .leave: LocalizedText(["": text])]),
        brand: Brand(name: text, color: Brand.Color("#ffcc00")),
        mail: MailSettings(
            sender: "policies@example.com", listID: "policies.example.com",
            unsubscribe: "https://example.com/unsubscribe?t=abc"),
        feeds: FeedSettings(
            authority: "example.com,2026-01-01", home: "https://example.com/policies",
            atom: "https://example.com/{policy}.atom", json: "https://example.com/{policy}.json"))
}

/// Renders a notice as text; a Word document's parts lie uncompressed in it.
func rendered(_ form: NoticeForm, _ notice: Notice, _ settings: Settings) throws -> String {
    String(decoding: try form.rendered(notice, Stationery(settings)), as: UTF8.self)
}
