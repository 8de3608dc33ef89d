import Foundation
import PolicyDiff
import PolicyModel
import PolicyNotices
import PolicyParsing
import PolicyQueries
import PolicyRendering
import Testing

@Suite("The sentences of every kind of change")
struct KindSentenceTests {
    /// Where the goldens lie: one file a language, to be read by people whenever it changes.
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Goldens")
    static let languages = ClubWords.all.map(\.language)

    @Test(
        "read as they were read and found good; RECORD_GOLDENS=1 writes them anew and fails, so that somebody reads them",
        arguments: languages)
    func goldens(language: String) throws {
        let words = try #require(ClubWords.all.first { $0.language == language })
        var text =
            "| kind | who is bound | direction | heading | sentence | in a headline |\n|---|---|---|---|---|---|\n"
        for (number, told) in KindCase.all(words).enumerated() {
            let notice = try Self.notice(of: [told.change(number)], language: language, texts: language)
            let group = try #require(notice.policies[0].groups.first, "\(told.kind)")
            let point = try #require(group.points.first)
            text +=
                "| \(told.kind) | \(told.bound) | \(told.direction.rawValue) | \(group.title) | \(point.text) | \(notice.headline) |\n"
        }
        try Self.hold(text, to: "kinds.\(language).md")
    }

    @Test(
        "a whole notice reads as it was read and found good, with the words of a text in another language",
        arguments: languages)
    func wholeNotice(language: String) throws {
        let changes = KindCase.all(.en).prefix(12).enumerated().map { $1.change($0) }
        let notice = try Self.notice(of: changes, language: language, texts: "en")
        let text = MarkdownForm.units(of: notice).map(\.markdown).joined(separator: "\n\n") + "\n"
        try Self.hold(text, to: "notice.\(language).md")
    }

    @Test("there is a case of every kind that readers are told one by one")
    func complete() {
        let told = Set(KindCase.all(.en).map(\.kind))
        for kind in ChangeKind.all where kind.significance > .editorial {
            #expect(told.contains(kind.id), "\(kind.id)")
        }
    }

    @Test("no heading says the opposite of the direction of what stands under it", arguments: languages)
    func directions(language: String) throws {
        let words = try #require(ClubWords.all.first { $0.language == language })
        for (number, told) in KindCase.all(words).enumerated() {
            let notice = try Self.notice(of: [told.change(number)], language: language, texts: language)
            let meaning = try #require(notice.policies[0].groups.first).meaning
            switch meaning {
            case .mayNoLonger, .mustNow, .weNoLongerPromise: #expect(told.direction == .stricter, "\(told)")
            case .mayNow, .noLongerHaveTo, .wePromise: #expect(told.direction == .looser, "\(told)")
            case .alsoChanged, .wordingOnly: break
            }
        }
    }

    // MARK: Support

    private static func notice(of changes: [Change], language: String, texts: String) throws -> Notice {
        let rules = "rules:\n  - {id: firms, type: duty, assignee: business-users, action: x}\n"
        return try Notice(
            of: [
                Difference(
                    policy: PolicyName(id: "rules-of-the-club", title: "Rules of the club"),
                    from: version("1", number: 1),
                    to: version(
                        "2", effective: "2026-09-01", published: "2026-07-01", reason: "Members asked.", number: 2),
                    comparison: Comparison(changes: changes))
            ],
            NoticeOptions(
                locale: FoundationLocale(language), settings: Settings(languages: ["en", "fr"]),
                contents: ["rules-of-the-club": content("# Rules of the club\n\n## Loans\n\nLamps.\n", rules: rules)],
                languageOfTexts: texts))
    }

    private static func hold(_ text: String, to name: String) throws {
        let file = folder.appending(path: name)
        if ProcessInfo.processInfo.environment["RECORD_GOLDENS"] == "1" {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            try Data(text.utf8).write(to: file)
            Issue.record("Recorded \(name): read what differs before you commit it.")
            return
        }
        #expect(text == (try String(contentsOf: file, encoding: .utf8)))
    }
}
