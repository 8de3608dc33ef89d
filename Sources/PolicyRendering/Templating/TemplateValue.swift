import Mustache

/// The values of JSON as Mustache reads them, each text escaped on its way out.
enum TemplateValue {
    /// Returns the value for a form.
    static func value(of json: JSON, _ escaping: TemplateEscaping) -> Any {
        value(of: json, named: "", in: "", escaping)
    }

    private static func value(
        of json: JSON, named name: String, in parent: String, _ escaping: TemplateEscaping
    ) -> Any {
        switch json {
        case .null: Nothing()
        case .bool(let value): value
        case .integer(let number): number
        case .string(let text):
            switch name {
            case "url", "logo", "link", "unsubscribe": Text(text: text, escape: escaping.escapedAddress)
            case "additions", "summaryAdditions", "overviewAdditions":
                Text(text: text) { escaping.escapedAddition($0, inItem: parent == "points") }
            case "markup", "summaryMarkup": Text(text: text, escape: escaping.escapedSentence)
            default: Text(text: text, escape: escaping.escaped)
            }
        case .array(let items): items.map { value(of: $0, named: name, in: parent, escaping) }
        case .changes(let changes):
            changes.map { value(of: JSONForm.change($0), named: name, in: parent, escaping) }
        case .object(let members):
            Dictionary(uniqueKeysWithValues: members.map { ($0, value(of: $1, named: $0, in: name, escaping)) })
        }
    }

    /// A text; has no fields, so that Mustache looks further out for the names in its section.
    private struct Text: MustacheCustomRenderable, MustacheParent {
        let text: String
        let escape: (String) -> String

        var renderText: String { escape(text) }
        var isNull: Bool { false }
        func child(named: String) -> Any? { nil }
    }

    /// Null: shows nothing, and keeps Mustache from looking for its name further out.
    private struct Nothing: MustacheCustomRenderable, MustacheParent {
        var renderText: String { "" }
        var isNull: Bool { true }
        func child(named: String) -> Any? { nil }
    }
}
