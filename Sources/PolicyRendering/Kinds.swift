package import PolicyDiff
import PolicyModel

extension TextForm {
    /// Returns what `kinds` prints: a row for each kind of change.
    package static func kinds(_ kinds: [ChangeKind], options: RenderingOptions = .init()) -> String {
        var page = Page(options)
        var table = Table()
        table.add(["kind", "significance", "meaning"].map { StyledText($0, .quiet) })
        for kind in kinds {
            table.add([StyledText(kind.id), StyledText(kind.significance.rawValue), StyledText(kind.meaning)])
        }
        table.print(on: &page)
        return page.text
    }

    /// Returns what `kinds KIND` prints: one kind with all that is known of it.
    package static func kind(_ kind: ChangeKind, options: RenderingOptions = .init()) -> String {
        var page = Page(options)
        page.add(StyledText(kind.id, .strong))
        page.add(StyledText(kind.meaning))
        page.gap()
        page.add(StyledText("Told when \(kind.condition)."))
        page.add(StyledText("\(Significance.sentence(kind.significance)) \(kind.mirror.sentence)"))
        for example in kind.examples {
            page.gap()
            if !example.before.isEmpty {
                page.add(StyledText(example.before), indentation: 4, lead: StyledText("− ", .stricter))
            }
            if !example.after.isEmpty {
                page.add(StyledText(example.after), indentation: 4, lead: StyledText("+ ", .inserted))
            }
        }
        return page.text
    }
}

extension MarkdownForm {
    /// Returns what `kinds` prints: a table of the kinds of change.
    package static func kinds(_ kinds: [ChangeKind]) -> String {
        let rows = kinds.map { "| `\($0.id)` | \($0.significance.rawValue) | \(markdownEscaped($0.meaning)) |\n" }
        return "| kind | significance | meaning |\n|---|---|---|\n" + rows.joined()
    }

    /// Returns what `kinds KIND` prints.
    package static func kind(_ kind: ChangeKind) -> String {
        var text = "# `\(kind.id)`\n\n\(markdownEscaped(kind.meaning))\n\n"
        text += markdownEscaped("Told when \(kind.condition).") + "\n"
        text += markdownEscaped("\(Significance.sentence(kind.significance)) \(kind.mirror.sentence)") + "\n"
        for example in kind.examples {
            text += "\n"
            if !example.before.isEmpty { text += "- before: \(markdownEscaped(example.before))\n" }
            if !example.after.isEmpty { text += "- after: \(markdownEscaped(example.after))\n" }
        }
        return text
    }
}

extension JSONForm {
    /// Returns the object that `kinds` prints, for one kind as for all.
    package static func kinds(_ kinds: [ChangeKind]) -> JSON {
        let objects = kinds.map { kind -> JSON in
            [
                "id": .string(kind.id), "meaning": .string(kind.meaning), "condition": .string(kind.condition),
                "significance": .string(kind.significance.rawValue), "mirror": .optional(kind.mirrorID),
                "withoutMirror": .optional(kind.reasonWithoutMirror),
                "examples": .array(
                    kind.examples.map { ["before": .string($0.before), "after": .string($0.after)] }),
            ]
        }
        return ["schemaVersion": schemaVersion, "kinds": .array(objects), "findings": []]
    }
}

extension ChangeKind {
    fileprivate var mirrorID: String? {
        switch mirror {
        case .kind(let other): other
        case .itself: id
        case .none: nil
        }
    }

    /// Why it has no mirror.
    fileprivate var reasonWithoutMirror: String? {
        if case .none(let reason) = mirror { reason } else { nil }
    }
}

extension ChangeKind.Mirror {
    fileprivate var sentence: String {
        switch self {
        case .kind(let id): "The opposite is \(id)."
        case .itself: "The opposite change is of the same kind."
        case .none(let reason): "It has no opposite: \(reason)\(reason.hasSuffix(".") ? "" : ".")"
        }
    }
}

extension Significance {
    fileprivate static func sentence(_ significance: Significance) -> String {
        "It is \(significance.rawValue) unless the publisher says otherwise."
    }
}
