import Foundation
import PolicyDiff
import PolicyModel
import PolicyNotices
import PolicyQueries
import PolicyRendering
import Testing

@Suite("The sentences of every kind of change")
struct KindSentenceTests {
    /// Where the goldens lie: one file a language, to be read by people whenever it changes.
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Goldens")

    @Test(
        "read as they were read and found good; RECORD_GOLDENS=1 writes them anew and fails, so that somebody reads them",
        arguments: ["en", "fr", "de", "es"])
    func goldens(language: String) throws {
        let notice = try notice(of: Self.difference, language: language)
        let text = MarkdownForm.units(of: notice).map(\.markdown).joined(separator: "\n\n") + "\n"
        let file = Self.folder.appending(path: "kinds.\(language).md")
        if ProcessInfo.processInfo.environment["RECORD_GOLDENS"] == "1" {
            try FileManager.default.createDirectory(at: Self.folder, withIntermediateDirectories: true)
            try Data(text.utf8).write(to: file)
            Issue.record("Recorded \(file.lastPathComponent): read what differs before you commit it.")
            return
        }
        #expect(text == (try String(contentsOf: file, encoding: .utf8)))
    }

    private func notice(of difference: Difference, language: String) throws -> Notice {
        try Notice(
            of: [difference],
            NoticeOptions(
                locale: FoundationLocale(language), settings: Settings(languages: ["en", "fr"]), languageOfTexts: "en"))
    }

    /// A change of each kind, in the order of the registry, each from a rule, whose word on what it is is the publisher's own.
    private static let difference = Difference(
        policy: PolicyName(id: "rules-of-the-club", title: "Rules of the club"), from: version("1", number: 1),
        to: version("2", effective: "2026-09-01", published: "2026-07-01", reason: "Members asked.", number: 2),
        comparison: Comparison(changes: ChangeKind.all.map(change)))

    private static func change(_ kind: ChangeKind) -> Change {
        let old = kind.id.hasSuffix("-added") ? nil : "carry a lamp in the cellar"
        let new = kind.id.hasSuffix("-removed") ? nil : "carry a lamp in every room"
        func evidence(_ text: String?) -> Change.Evidence? {
            text.map { Change.Evidence(text: $0, lines: LineRange(1, 1)) }
        }
        let isMore = kind.id == "quantity-raised" || kind.id == "deadline-extended"
        let (before, after) = isMore ? ("14 days", "30 days") : ("30 days", "14 days")
        let isFigure = ["quantity-", "deadline-"].contains { kind.id.hasPrefix($0) }
        let isDate = kind.id == "date-changed"
        let days = Change.Focus(before: "2026-08-01", after: "2026-09-01")
        let figures: [QuantityChange] =
            isFigure
            ? [QuantityChange(before: before, after: after)]
            : isDate ? [QuantityChange(before: "1 May 2026", after: "1 June 2026")] : []
        let clause = "You may return a lamp within \(after) of the loan."
        return Change(
            id: String(repeating: "0", count: 8)
                + String(kind.id.utf8.reduce(UInt32(7)) { $0 &* 31 &+ UInt32($1) }, radix: 16),
            kind: kind.id, significance: kind.significance, direction: direction(kind),
            section: ["Rules of the club", "Lamps"], rule: "lamps",
            before: isFigure || isDate ? evidence(clause) : evidence(old),
            after: isFigure || isDate ? evidence(clause) : evidence(new),
            modality: kind.id.hasPrefix("modality") ? ModalityChange(before: .may, after: .must) : nil,
            quantities: figures,
            focus: kind.id.hasPrefix("effective-date") ? days : Change.Focus(before: old, after: new),
            summary: kind.meaning, reason: kind.condition, introducedIn: "2")
    }

    /// The direction that changes of the kind most often have.
    private static func direction(_ kind: ChangeKind) -> Direction {
        let stricter = [
            "prohibition-added", "duty-added", "permission-removed", "commitment-removed", "reserved-right-added",
            "modality-strengthened", "exception-removed", "condition-added", "example-added", "consequence-added",
            "deadline-shortened", "quantity-raised",
        ]
        let neutral = ["party-renamed", "contact-changed", "section-added", "section-removed", "definition-added"]
        if stricter.contains(kind.id) { return .stricter }
        return neutral.contains(kind.id) || kind.significance == .editorial ? .neutral : .looser
    }
}
