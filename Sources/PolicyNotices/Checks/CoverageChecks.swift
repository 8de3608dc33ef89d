internal import PolicyDiff
internal import PolicyModel

extension NoticeCheck {
    /// Every material change has a sentence, or a waiver with a reason.
    static let coverage = NoticeCheck(
        "N028", meaning: "Every material change is mentioned, or waived with a reason.",
        example: "The line on a shortened period was deleted."
    ) { notice in
        let mentioned = Set(notice.file.units.flatMap(\.key.changes))
        let waived = notice.waivedChanges
        return notice.part.groups.flatMap(\.points).flatMap(\.changes).compactMap { change in
            guard !mentioned.contains(change.id), waived[change.id] == nil else { return nil }
            return notice.finding(
                "N028", change.significance == .material ? .error : .warning,
                "The notice does not mention a \(change.significance.rawValue) change: \(change.summary) (\(change.id))",
                fix: "Run `policyhistory notice update`, or waive the change by its id with a reason.")
        }
    }

    /// A summary in people's words says that something became stricter where something did.
    static let summary = NoticeCheck(
        "notice-summary-silent",
        meaning: "An edited summary tells of what became stricter, or says that something did.",
        example: "“We made some changes.” of a new ban."
    ) { notice in
        guard let catalogue = notice.catalogue, notice.part.classification.computed >= .mixed,
            notice.part.event == .changed
        else { return [] }
        let adverse = notice.truths.filter { $0.direction == .stricter }
        guard !adverse.isEmpty else { return [] }
        let (claims, phrases) = (ClaimReader(catalogue), ClaimPhrases(catalogue))
        return notice.written.filter { $0.key == .summary }.compactMap { written -> Finding? in
            let text = PeopleText.plain(written.text)
            let topic = claims.topic(of: text)
            let tells =
                phrases.first(.harder, in: text) != nil
                || claims.claims(in: text).contains { claim in
                    !claim.stand.isKind && adverse.contains { $0.supported.contains(claim.stand) }
                }
                || adverse.contains { TopicWords.share(of: $0.topic, in: topic) >= 0.3 && !$0.topic.isEmpty }
            if tells { return nil }
            return notice.finding(
                "notice-summary-silent", .error, line: written.line,
                "The summary does not say that anything becomes stricter for readers, and \(adverse.count == 1 ? "one change does" : "\(adverse.count) changes do"): \(adverse[0].change.summary)",
                fix: "Name the most important of them, or say that there are stricter ones.")
        }
    }

    /// Every generated sentence still stands on a change, and says what would be said now.
    static let standing = NoticeCheck(
        "notice-sentence-unfounded", "notice-sentence-stale", "notice-sentence-unresolved",
        meaning: "Every sentence marked as generated stands on a change and says what would be said now.",
        example: "“- Prohibits: …” with the mark of a change that is not there."
    ) { notice in
        let now = Dictionary(notice.units.map { ($0.key, $0.markdown) }) { first, _ in first }
        let changes = Set(notice.part.points.flatMap(\.changes).map(\.id))
        let unresolved = notice.file.unresolved
        return notice.file.units.compactMap { unit in
            if unresolved.contains(unit.key) {
                return notice.finding(
                    "notice-sentence-unresolved", .error, line: unit.line,
                    "Beside an edited sentence stands a newer one that nobody has dealt with.",
                    fix: "Keep one of the two, and delete the comment.")
            }
            guard let current = now[unit.key] else {
                let gone = unit.key.changes.filter { !changes.contains($0) }
                let what =
                    gone.isEmpty
                    ? "This sentence is marked as \(unit.key), which the notice no longer has."
                    : "This sentence stands on a change that is not there: \(gone.joined(separator: ", "))."
                return notice.finding(
                    "notice-sentence-unfounded", .error, line: unit.line, what,
                    fix: "Run `policyhistory notice update`, or delete the sentence.")
            }
            if !unit.isEdited, unit.markdown != current {
                return notice.finding(
                    "notice-sentence-stale", .error, line: unit.line,
                    "This sentence was generated from what has changed since; now it reads: \(current)",
                    fix: "Run `policyhistory notice update`.")
            }
            if unit.isEdited, unit.hash != NoticeMark.hash(of: current) {
                return notice.finding(
                    "notice-sentence-stale", .error, line: unit.line,
                    "This sentence was edited when another was generated; now that reads: \(current)",
                    fix: "Run `policyhistory notice update`, and choose.")
            }
            return nil
        }
    }

    /// The notice is of the text that is recorded.
    static let otherText = NoticeCheck(
        "notice-of-another-text", meaning: "The notice was written for the text and rules that are recorded.",
        example: "The text was corrected after the notice had been drafted."
    ) { notice in
        let said = notice.file.statement
        let record = notice.version.record
        guard said.text != record.text || said.rules != record.rules || said.from != notice.part.from?.label else {
            return []
        }
        return [
            notice.finding(
                "notice-of-another-text", .error, line: 1,
                "The notice was written for another text of version \(notice.version.label) than the one recorded, or against another version before it.",
                fix: "Run `policyhistory notice update`.")
        ]
    }

    /// Nobody is alarmed about nothing.
    static let falseAlarm = NoticeCheck(
        "N004", meaning: "A notice is of a version in which a word or rule changed.",
        example: "A version that only carries a new date."
    ) { notice in
        guard notice.part.event == .changed, notice.part.points.isEmpty else { return [] }
        return [
            notice.finding(
                "N004", .warning,
                "Version \(notice.version.label) changed neither a word nor a rule: the notice alarms readers about nothing."
            )
        ]
    }
}
