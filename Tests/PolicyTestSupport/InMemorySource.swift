package import PolicyModel

/// A source whose policies are values: what a test writes down is what the queries read.
///
/// A text is a few lines: `# Heading` opens a section, every other line is a clause. Commits are numbered over all policies in the
/// order they are given.
package struct InMemorySource: PolicySource {
    /// One commit that changed one policy.
    package struct Record: Sendable {
        /// When it was recorded.
        package let recorded: Instant
        let text: String?
        let statement: VersionStatement
        let path: String?
        let rules: RuleSet?

        /// Makes a record; `text` is nil where the commit deletes the policy.
        ///
        /// Dates are as in front matter; `recorded` is a moment of RFC 3339, or the beginning of a day.
        package init(
            _ recorded: String, label: String? = nil, effective: String? = nil, audiences: [String: String] = [:],
            published: String? = nil, withdrawn: Bool = false, title: String? = nil, reason: String? = nil,
            path: String? = nil, rules: [Rule]? = nil, text: String?
        ) {
            let day = CivilDate(iso: recorded)?.startOfDay
            self.recorded = day ?? Instant(rfc3339: recorded) ?? Instant(secondsSinceEpoch: 0)
            self.text = text
            self.path = path
            self.rules = rules.map { RuleSet(rules: $0) }
            self.statement = VersionStatement(
                title: title, label: label, published: published.flatMap { CivilDate(iso: $0) },
                effective: EffectiveDates(
                    standard: effective.flatMap { CivilDate(iso: $0) },
                    audiences: audiences.map { EffectiveDates.Audience(name: $0, date: CivilDate(iso: $1)) }),
                isWithdrawn: withdrawn, reason: reason)
        }
    }

    package let layout: Layout
    package let settings: Settings
    package let newest: (commit: ObjectID, recorded: Instant)
    package let findings: [Finding]
    package let historyEnd: (commit: ObjectID, recorded: Instant)?
    private let all: [PolicyHistory]
    private let texts: [ObjectID: String]
    private let rules: [ObjectID: RuleSet]
    private let statements: [ObjectID: VersionStatement]
    private let places: [ObjectID: Int]
    private let revisions: [String: ObjectID]

    /// Makes a source of policies with their records, oldest first.
    ///
    /// `interleaved` deals the commits out in turn, one to each policy; otherwise a policy's commits follow one another. `revisions` name commits by
    /// their number, counted from 0.
    package init(
        _ layout: Layout, _ policies: [(id: String, aliases: [String], records: [Record])],
        revisions: [String: Int] = [:], settings: Settings = Settings(), findings: [Finding] = [],
        isShallow: Bool = false
    ) {
        var texts: [ObjectID: String] = [:]
        var rules: [ObjectID: RuleSet] = [:]
        var rulesIDs: [RuleSet: ObjectID] = [:]
        var statements: [ObjectID: VersionStatement] = [:]
        var places: [ObjectID: Int] = [:]
        var textIDs: [TextKey: ObjectID] = [:]
        var newest = (commit: Self.id(0, kind: 0), recorded: Instant(secondsSinceEpoch: 0))
        var all: [PolicyHistory] = []
        for policy in policies {
            var records: [PolicyRecord] = []
            for record in policy.records {
                let commit = Self.id(places.count, kind: 1)
                places[commit] = places.count
                newest = (commit, max(record.recorded, newest.recorded))
                var textID: ObjectID?
                if let text = record.text {
                    // Front matter is part of the bytes in the native layout only.
                    let key = TextKey(
                        text: text, statement: layout == .native ? record.statement : nil, dates: record.statement)
                    let id = textIDs[key] ?? Self.id(textIDs.count, kind: 2)
                    textIDs[key] = id
                    texts[id] = text
                    statements[id] = record.statement
                    textID = id
                }
                let rulesID =
                    record.text == nil ? nil : record.rules.map { rulesIDs[$0] ?? Self.id(rulesIDs.count, kind: 3) }
                if let rulesID, let stated = record.rules {
                    rulesIDs[stated] = rulesID
                    rules[rulesID] = stated
                }
                let path = record.path ?? (layout == .native ? policy.id + "/policy.md" : policy.id + ".md")
                records.append(
                    PolicyRecord(
                        commit: commit, recorded: record.recorded, path: path, text: textID, rules: rulesID))
            }
            all.append(
                PolicyHistory(id: PolicyID(policy.id), aliases: policy.aliases.map { PolicyID($0) }, records: records))
        }
        self.layout = layout
        self.settings = settings
        self.newest = newest
        self.findings = findings
        let records = all.flatMap(\.records)
        self.historyEnd =
            isShallow ? records.min { $0.recorded < $1.recorded }.map { ($0.commit, $0.recorded) } : nil
        self.all = all.sorted { $0.id < $1.id }
        self.texts = texts
        self.rules = rules
        self.statements = statements
        self.places = places
        self.revisions = revisions.mapValues { Self.id($0, kind: 1) }
    }

    /// Makes a source of one policy.
    package init(_ layout: Layout, _ id: String, _ records: [Record], revisions: [String: Int] = [:]) {
        self.init(layout, [(id, [], records)], revisions: revisions)
    }

    private struct TextKey: Hashable {
        let text: String
        let statement: VersionStatement?
        let dates: VersionStatement
    }

    /// The id of the commit with a number.
    package static func commit(_ number: Int) -> ObjectID { id(number, kind: 1) }

    private static func id(_ number: Int, kind: UInt8) -> ObjectID {
        var bytes = [UInt8](repeating: 0, count: 20)
        bytes[0] = kind
        for place in 0..<8 { bytes[19 - place] = UInt8(truncatingIfNeeded: number >> (8 * place)) }
        guard let id = ObjectID(bytes: bytes) else { preconditionFailure("20 bytes make an id") }
        return id
    }

    package func histories() throws -> [PolicyHistory] { all }

    package func history(of id: PolicyID) throws -> PolicyHistory? {
        all.first { $0.id == id } ?? all.first { $0.aliases.contains(id) }
    }

    package func statement(of record: PolicyRecord) throws -> VersionStatement? {
        record.text.flatMap { statements[$0] }
    }

    package func content(of record: PolicyRecord) throws -> PolicyContent {
        guard let text = record.text.flatMap({ texts[$0] }) else { return PolicyContent(document: .empty) }
        return PolicyContent(document: Self.document(text), rules: record.rules.flatMap { rules[$0] })
    }

    package func text(of record: PolicyRecord) throws -> [UInt8]? {
        record.text.flatMap { texts[$0] }.map { Array($0.utf8) }
    }

    package func commit(revision: String) throws -> ObjectID? { revisions[revision] }

    package func position(of commit: ObjectID) throws -> Int? { places[commit] }

    /// Makes a document of lines.
    package static func document(_ text: String) -> Document {
        var sections: [Section] = []
        var clauses: [Clause] = []
        var heading = ("", LineRange(1, 1))
        var start = 0
        func close() {
            sections.append(
                Section(
                    heading: heading.0, level: sections.isEmpty ? 0 : 2, parent: nil, clauses: start..<clauses.count,
                    lines: heading.1))
            start = clauses.count
        }
        for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
        where !line.isEmpty {
            let lines = LineRange(number + 1, number + 1)
            if line.hasPrefix("# ") {
                close()
                heading = (String(line.dropFirst(2)), lines)
            } else {
                clauses.append(Clause(text: String(line), section: sections.count, lines: lines))
            }
        }
        close()
        return Document(sections: sections, clauses: clauses)
    }
}
