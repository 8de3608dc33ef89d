import PolicyModel

/// `rules.yaml`: its shape, and its values.
enum RulesFile {
    private static let statements = Schema.list(of: .text(.any))

    /// What `rules.yaml` may hold.
    static let schema = Schema.object(
        ObjectSchema(
            name: "the file",
            properties: [
                Property("scope", .object(scope), .optional, "What the policy covers and what it does not."),
                Property("definitions", .list(of: .object(definition)), .optional, "The terms it defines."),
                Property("principles", .list(of: .object(principle)), .optional, "The principles it names."),
                Property("rules", .list(of: .object(rule)), .optional, "Its prohibitions, duties and permissions."),
                Property(
                    "enforcement", .list(of: .object(measure)), .optional, "What the publisher may do about a breach."),
                Property("contacts", .list(of: .object(contact)), .optional, "Where readers turn."),
            ]))

    private static let id = Property("id", .text(.id), .required, "The stable id, unique in the policy.")

    private static let scope = ObjectSchema(
        name: "'scope'",
        properties: [
            Property("includes", statements, .optional, "What is covered."),
            Property("excludes", statements, .optional, "What is not."),
        ])

    private static let definition = ObjectSchema(
        name: "a definition",
        properties: [
            id, Property("term", .text(.any), .required, "The term as used in the text."),
            Property("meaning", .text(.any), .required, "What it means."),
        ])

    private static let principle = ObjectSchema(
        name: "a principle", properties: [id, Property("text", .text(.any), .required, "What it says.")])

    private static let rule = ObjectSchema(
        name: "a rule",
        properties: [
            id,
            Property("type", .choice(Rule.Kind.allCases.map(\.rawValue)), .required, "What kind of rule it is."),
            Property("title", .text(.any), .optional, "A short title for people."),
            Property("assignee", .text(.any), .optional, "Whom it binds: 'users', or 'publisher'."),
            Property("action", .text(.any), .required, "What must not, must or may be done."),
            Property("examples", statements, .optional, "Examples that spell it out."),
            Property("exceptions", statements, .optional, "What it does not cover."),
            Property("conditions", statements, .optional, "What must hold for it to apply."),
            Property("consequences", statements, .optional, "What follows from a breach."),
            Property("clause", .text(.anchor), .optional, "The anchor of its clause in policy.md."),
            Property(
                "effective", .text(.dayOrUnknown), .optional,
                "The day it takes effect, where that differs from its version's."),
        ])

    private static let measure = ObjectSchema(
        name: "a measure",
        properties: [
            id, Property("measure", .text(.any), .required, "What is done."),
            Property("conditions", statements, .optional, "When it may be done."),
        ])

    private static let contact = ObjectSchema(
        name: "a contact",
        properties: [
            id, Property("channel", .text(.any), .optional, "'form', 'email', 'post' …"),
            Property("address", .text(.any), .required, "The address, or the name of the place."),
        ])

    /// Reads the rules; entries that lack what is required are left out.
    static func rules(of value: YamlValue) -> RuleSet {
        let scope = value["scope"]
        return RuleSet(
            scope: Scope(includes: scope?.statements("includes") ?? [], excludes: scope?.statements("excludes") ?? []),
            definitions: entries(value, "definitions") { item, id in
                guard let term = item.text("term"), let meaning = item.text("meaning") else { return nil }
                return Definition(id: id, term: term, meaning: meaning, lines: item.lines)
            },
            principles: entries(value, "principles") { item, id in
                item.text("text").map { Principle(id: id, text: $0, lines: item.lines) }
            },
            rules: entries(value, "rules", rule(of:id:)),
            enforcement: entries(value, "enforcement") { item, id in
                item.text("measure").map {
                    Measure(id: id, measure: $0, conditions: item.statements("conditions"), lines: item.lines)
                }
            },
            contacts: entries(value, "contacts") { item, id in
                item.text("address").map {
                    Contact(id: id, channel: item.text("channel"), address: $0, lines: item.lines)
                }
            })
    }

    /// Returns findings for ids that stand more than once in one list.
    static func duplicateIDs(in value: YamlValue, path: String) -> [Finding] {
        var findings: [Finding] = []
        for list in ["definitions", "principles", "rules", "enforcement", "contacts"] {
            var seen: [String: Int] = [:]
            for item in value[list]?.items ?? [] {
                guard let id = item.text("id") else { continue }
                if let first = seen[id] {
                    findings.append(
                        Finding(
                            id: "id-duplicate", severity: .error,
                            message: "The id '\(id)' stands more than once in '\(list)', first in line \(first).",
                            place: Place(path: path, lines: item.lines), fix: "Give each entry an id of its own."))
                } else {
                    seen[id] = item.lines.first
                }
            }
        }
        return findings
    }

    /// The entries of a list that have an id, the first of each id.
    private static func entries<Entry>(
        _ value: YamlValue, _ key: String, _ read: (YamlValue, String) -> Entry?
    ) -> [Entry] {
        var seen: Set<String> = []
        return (value[key]?.items ?? []).compactMap { item in
            guard let id = item.text("id"), seen.insert(id).inserted else { return nil }
            return read(item, id)
        }
    }

    private static func rule(of item: YamlValue, id: String) -> Rule? {
        guard let type = item.text("type").flatMap({ Rule.Kind(rawValue: $0) }), let action = item.text("action")
        else { return nil }
        let clause = item.text("clause").map { $0.utf8.first == Byte.hash ? String($0.dropFirst()) : $0 }
        return Rule(
            id: id, type: type, title: item.text("title"), assignee: item.text("assignee"), action: action,
            examples: item.statements("examples"), exceptions: item.statements("exceptions"),
            conditions: item.statements("conditions"), consequences: item.statements("consequences"), clause: clause,
            effective: item.text("effective").flatMap { CivilDate(iso: $0) }, lines: item.lines)
    }
}
