import PolicyModel

/// The front matter of a Markdown file: the YAML between two lines of `---` at its very start.
struct FrontMatter {
    /// Its YAML.
    let yaml: Range<Int>
    /// Where the text begins.
    let textStart: Int
    /// The number of the text's first line.
    let textLine: Int

    /// Finds the front matter in bytes with LF line ends; nil where there is none.
    ///
    /// - Returns: `isUnterminated` where it begins and never ends; then the file is all text.
    static func find(in source: Bytes) -> (found: FrontMatter?, isUnterminated: Bool) {
        let first = Line(source, at: 0)
        guard isFence(source, first) else { return (nil, false) }
        var place = first.end + 1
        var line = 2
        while place < source.count {
            let current = Line(source, at: place)
            if isFence(source, current) {
                let yaml = (first.end + 1)..<current.start
                return (
                    FrontMatter(yaml: yaml, textStart: min(current.end + 1, source.count), textLine: line + 1), false
                )
            }
            place = current.end + 1
            line += 1
        }
        return (nil, true)
    }

    private static func isFence(_ source: Bytes, _ line: Line) -> Bool {
        line.start + 3 <= line.end && source[line.start..<(line.start + 3)].allSatisfy { $0 == Byte.dash }
            && source[(line.start + 3)..<line.end].allSatisfy { $0 == Byte.space || $0 == Byte.tab }
    }

    /// What front matter may hold.
    static let schema = Schema.object(
        ObjectSchema(
            name: "the front matter",
            properties: [
                Property(
                    "id", .text(.id), .optional,
                    "The stable id of the policy; the name of its folder where it is not stated."),
                Property("title", .text(.any), .optional, "The title of the policy."),
                Property("lang", .text(.language), .optional, "The language of the text."),
                Property("version", .text(.label), .optional, "The label of this version, unique in the policy."),
                Property("published", .text(.dayOrUnknown), .optional, "The day it was announced to readers."),
                Property(
                    "effective",
                    .either(.dayOrUnknown, .map(of: .text(.dayOrUnknown), keys: .audience, required: ["default"])),
                    .optional,
                    "The day it starts to bind, or days by audience with one for everybody else as 'default'."),
                Property(
                    "recorded", .text(.moment), .optional, "In dated snapshots: the moment this version was recorded."),
                Property(
                    "status", .choice(["withdrawn"]), .optional,
                    "'withdrawn' where it was taken back; if it was in force, it ceases to be on the day that this is recorded."
                ),
                Property("reason", .text(.any), .optional, "Why this version exists, for the notice."),
                Property(
                    "translates", .text(.label), .optional, "For a translation: the label of the version it renders."),
                Property("sources", .list(of: .text(.any)), .optional, "Where the text comes from."),
            ]))

    /// Reads what a version says of itself.
    static func statement(of value: YamlValue) -> VersionStatement {
        VersionStatement(
            id: value.text("id").map { PolicyID($0) }, title: value.text("title"), language: value.text("lang"),
            label: value.text("version"), published: value.text("published").flatMap { CivilDate(iso: $0) },
            effective: effective(of: value["effective"]),
            recorded: value.text("recorded").flatMap { Instant(rfc3339: $0) },
            isWithdrawn: value.text("status") == "withdrawn", reason: value.text("reason"),
            translates: value.text("translates"), sources: value["sources"]?.items.compactMap(\.text) ?? [])
    }

    private static func effective(of value: YamlValue?) -> EffectiveDates {
        guard let value else { return EffectiveDates() }
        if let text = value.text { return EffectiveDates(standard: CivilDate(iso: text)) }
        let audiences = value.entries.filter { $0.key != "default" }.map { entry in
            EffectiveDates.Audience(name: entry.key, date: entry.value.text.flatMap { CivilDate(iso: $0) })
        }
        return EffectiveDates(standard: value.text("default").flatMap { CivilDate(iso: $0) }, audiences: audiences)
    }
}
