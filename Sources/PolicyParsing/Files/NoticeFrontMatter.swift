package import PolicyModel

/// The front matter of a notice file: its shape, its values, and how it is written.
enum NoticeFrontMatter {
    /// What it may hold.
    static let schema = Schema.object(
        ObjectSchema(
            name: "the front matter of a notice",
            properties: [
                Property("policy", .text(.any), .required, "The id of the policy."),
                Property("from", .text(.label), .optional, "The label of the version that readers knew."),
                Property("version", .text(.label), .required, "The label of the version that is announced."),
                Property("text", .text(.object), .optional, "The content of the text it was written for."),
                Property("rules", .text(.object), .optional, "The content of the rules it was written for."),
                Property("language", .text(.language), .required, "The language of the notice."),
                Property("audience", .text(.audience), .optional, "The audience it is addressed to."),
                Property(
                    "class", .choice(NoticeClass.allCases.map(\.rawValue)), .optional,
                    "The class that people state, where it is not the computed one."),
                Property(
                    "qualities", .list(of: .choice(NoticeQuality.allCases.map(\.rawValue))), .optional,
                    "What people say of it beside the class."),
                Property("reason", .text(.any), .optional, "Why they state another class, or say so."),
                Property("waive", .list(of: .object(waiver)), .optional, "What it leaves out, with the reasons."),
                Property("amends", .object(amends), .optional, "The notice that it amends."),
                Property("approvals", .list(of: .object(approval)), .optional, "Who approved which text."),
            ]))

    private static let waiver = ObjectSchema(
        name: "a waiver",
        properties: [
            Property("change", .text(.label), .optional, "The id of a change that is not mentioned."),
            Property("finding", .text(.any), .optional, "The id of a finding that is let pass."),
            Property("reason", .text(.any), .required, "Why."),
        ],
        exactlyOne: ["change", "finding"])

    private static let amends = ObjectSchema(
        name: "the amended notice",
        properties: [
            Property("digest", .text(.digest), .required, "The digest of that notice, as it was approved."),
            Property("explanation", .text(.any), .required, "What is different now, for readers."),
        ])

    private static let approval = ObjectSchema(
        name: "an approval",
        properties: [
            Property("by", .text(.any), .required, "Who approved."),
            Property("on", .text(.day), .required, "On which day."),
            Property("digest", .text(.digest), .required, "SHA-256 of what was approved."),
        ])

    /// Reads what a notice file says of itself.
    static func statement(of value: YamlValue) -> NoticeStatement {
        NoticeStatement(
            policy: value.text("policy").map { PolicyID($0) }, from: value.text("from"), version: value.text("version"),
            text: value.text("text").flatMap { ObjectID(hex: $0) },
            rules: value.text("rules").flatMap { ObjectID(hex: $0) }, language: value.text("language"),
            audience: value.text("audience"), stated: value.text("class").flatMap { NoticeClass(rawValue: $0) },
            qualities: value["qualities"]?.items.compactMap { $0.text.flatMap { NoticeQuality(rawValue: $0) } } ?? [],
            reason: value.text("reason"), waivers: value["waive"]?.items.compactMap(waiver) ?? [],
            amends: value["amends"].flatMap(amends), approvals: value["approvals"]?.items.compactMap(approval) ?? [])
    }

    private static func waiver(_ value: YamlValue) -> NoticeWaiver? {
        guard let reason = value.text("reason"), !reason.allSatisfy(\.isWhitespace) else { return nil }
        let target =
            value.text("change").map { NoticeWaiver.Target.change($0) }
            ?? value.text("finding").map { NoticeWaiver.Target.finding($0) }
        return target.map { NoticeWaiver(target: $0, reason: reason) }
    }

    private static func amends(_ value: YamlValue) -> NoticeAmends? {
        guard let digest = value.text("digest"), let explanation = value.text("explanation") else { return nil }
        return NoticeAmends(digest: digest, explanation: explanation)
    }

    private static func approval(_ value: YamlValue) -> NoticeApproval? {
        guard let by = value.text("by"), let on = value.text("on").flatMap({ CivilDate(iso: $0) }),
            let digest = value.text("digest")
        else { return nil }
        return NoticeApproval(by: by, on: on, digest: digest)
    }

    /// Writes the front matter, fences and all: the same statement always as the same text.
    static func text(_ statement: NoticeStatement) -> String {
        var lines: [String] = []
        func add(_ key: String, _ value: String?) {
            if let value { lines.append("\(key): \(yamlScalar(value))") }
        }
        add("policy", statement.policy?.text)
        add("from", statement.from)
        add("version", statement.version)
        add("text", statement.text?.description)
        add("rules", statement.rules?.description)
        add("language", statement.language)
        add("audience", statement.audience)
        add("class", statement.stated?.rawValue)
        if !statement.qualities.isEmpty {
            lines.append("qualities: [\(statement.qualities.map(\.rawValue).joined(separator: ", "))]")
        }
        add("reason", statement.reason)
        if !statement.waivers.isEmpty { lines.append("waive:") }
        for waiver in statement.waivers {
            switch waiver.target {
            case .change(let id): lines.append("  - change: \(yamlScalar(id))")
            case .finding(let id): lines.append("  - finding: \(yamlScalar(id))")
            }
            lines.append("    reason: \(yamlScalar(waiver.reason))")
        }
        if let amends = statement.amends {
            lines.append("amends:")
            lines.append("  digest: \(yamlScalar(amends.digest))")
            lines.append("  explanation: \(yamlScalar(amends.explanation))")
        }
        if !statement.approvals.isEmpty { lines.append("approvals:") }
        for approval in statement.approvals {
            lines.append("  - by: \(yamlScalar(approval.by))")
            lines.append("    on: \(approval.on)")
            lines.append("    digest: \(yamlScalar(approval.digest))")
        }
        return "---\n" + lines.map { $0 + "\n" }.joined() + "---\n"
    }
}

/// A notice file, read.
package struct ParsedNotice: Hashable, Sendable {
    /// What it says of itself.
    package let statement: NoticeStatement
    /// What stands below the front matter.
    package let body: String
    /// The number of the body's first line.
    package let bodyLine: Int
    /// What was noticed.
    package let findings: [Finding]
}

/// Parses the file of a notice; what cannot be used is unknown, and a finding says why.
package func parseNotice(_ bytes: [UInt8], path: String) -> ParsedNotice {
    let text = SourceText(bytes, path: path)
    return text.bytes.withUnsafeBufferPointer { source in
        let (found, isUnterminated) = FrontMatter.find(in: source)
        guard let found else {
            let finding = Finding(
                id: isUnterminated ? "front-matter-unterminated" : "front-matter-missing", severity: .error,
                message: isUnterminated
                    ? "The front matter of '\(path)' never ends." : "'\(path)' has no front matter.",
                place: Place(path: path, lines: LineRange(1, 1)),
                fix: "Write the notice with `policyhistory notice draft`.")
            return ParsedNotice(
                statement: NoticeStatement(), body: String(decoding: source, as: UTF8.self), bodyLine: 1,
                findings: text.findings + [finding])
        }
        let (value, findings) = YamlReader.read(Array(source[found.yaml])[...], path: path, lineOffset: 1)
        let differences =
            value.map { SchemaCheck.findings(of: $0, against: NoticeFrontMatter.schema, path: path) } ?? []
        return ParsedNotice(
            statement: value.map(NoticeFrontMatter.statement) ?? NoticeStatement(),
            body: String(decoding: source[found.textStart...], as: UTF8.self), bodyLine: found.textLine,
            findings: text.findings + findings + differences)
    }
}

/// Returns the front matter of a notice file, between its fences.
package func noticeFrontMatter(_ statement: NoticeStatement) -> String { NoticeFrontMatter.text(statement) }
