import PolicyDiff
import PolicyModel
import PolicyNotices
import PolicyParsing
import PolicyQueries
import PolicyRendering

/// How long the forms of one notice take in one process: those of a policy with so many changes of several kinds.
enum NoticeForms {
    static func print(changes count: Int) throws {
        let (before, after) = (content(Self.text(count, isNew: false)), content(Self.text(count, isNew: true)))
        let comparison = compare(before, after)
        let name = PolicyName(id: "rules-of-the-club", title: "Rules of the club")
        let versions = (version("1", day: "2026-01-01"), version("2", day: "2026-09-01"))
        let difference = Difference(policy: name, from: versions.0, to: versions.1, comparison: comparison)
        let options = NoticeOptions(
            locale: FoundationLocale("en"), contents: [name.id: after], languageOfTexts: "en")
        let stationery = Stationery(Settings())
        let texts = [name.id: WholeText(before.document, after.document)]
        let notice = try Notice(of: [difference], options)
        Swift.print(
            "\(comparison.changes.count) changes, \(notice.policies[0].points.count) points; ms of processor time, best of 9"
        )
        var whole = best { _ = try? Notice(of: [difference], options) }
        Swift.print("notice    ", column(whole))
        for form in NoticeForm.allCases {
            let time = best { _ = try? form.rendered(notice, texts: texts, stationery) }
            whole += time
            Swift.print(form.rawValue.padded(to: 10), column(time))
        }
        Swift.print("together  ", column(whole))
    }

    private static func best(_ work: () -> Void) -> Double {
        (0..<9).map { _ in
            let start = processorTime()
            work()
            return processorTime() - start
        }.min() ?? 0
    }

    private static func content(_ markdown: String) -> PolicyContent {
        PolicyContent(
            document: parseDocument(Array(markdown.utf8), path: "policy.md", layout: .documents).document, rules: nil)
    }

    private static func version(_ label: String, day: String) -> Version {
        let id = ObjectID(high: 1, middle: 0, low: 0)
        return Version(
            policy: "rules-of-the-club", label: label,
            record: PolicyRecord(
                commit: id, recorded: Instant(secondsSinceEpoch: 1_700_000_000), path: "rules-of-the-club/policy.md",
                text: id),
            published: nil, effective: EffectiveDates(standard: CivilDate(iso: day)), reason: nil, state: .inForce)
    }

    /// A text of so many clauses, of which each changes in one of five ways.
    private static func text(_ count: Int, isNew: Bool) -> String {
        let clauses = (0..<count).map { number in
            let room = "room \(number + 10) of the old building"
            switch number % 5 {
            case 0: return "You may return a key of \(room) within \(isNew ? 14 : 30) days of the loan."
            case 1: return isNew ? "You must not enter \(room) without a guide." : "The door of \(room) is green."
            case 2: return "We \(isNew ? "may" : "will") heat \(room) in winter."
            case 3: return "You must sign the book of \(room)\(isNew ? ", unless the keeper is there" : "")."
            default: return "The keeper of \(room) is \(isNew ? "Bert" : "Anna") and sits in the hall."
            }
        }
        return "# Rules of the club\n\n" + clauses.map { $0 + "\n\n" }.joined()
    }
}

extension String {
    fileprivate func padded(to width: Int) -> String { self + String(repeating: " ", count: max(0, width - count)) }
}
