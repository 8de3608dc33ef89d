import Foundation
import PolicyDiff
import PolicyModel
import PolicyParsing
import PolicyQueries
import PolicyRendering
import Testing

/// Two texts and what is told of them: `old.md`, `new.md` and, where they have rules, `old.rules.yaml` and `new.rules.yaml`,
/// with `changes.json` and `changes.txt` as the command prints them.
///
/// A copied folder is a new case. `RECORD_GOLDENS=1` writes what is told now and fails, so that a person reads the difference.
struct GoldenTests {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Cases")

    static let cases: [String] =
        ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []).filter { !$0.hasPrefix(".") }
        .sorted()

    private static var isRecording: Bool { ProcessInfo.processInfo.environment["RECORD_GOLDENS"] == "1" }

    @Test("there are cases")
    func casesAreFound() {
        #expect(Self.cases.count >= 40)
    }

    @Test("tells of each pair of texts what was read and found right", arguments: cases)
    func told(name: String) throws {
        let folder = Self.folder.appending(path: name)
        let old = try Self.content("old", in: folder)
        let new = try Self.content("new", in: folder)
        let difference = Difference(before: old, after: new, comparison: compare(old, new))
        try Self.check(
            JSONForm.difference(difference).text, against: folder.appending(path: "changes.json"))
        try Self.check(
            TextForm.difference(difference, options: RenderingOptions(width: 100, all: true)),
            against: folder.appending(path: "changes.txt"))
    }

    private static func content(_ side: String, in folder: URL) throws -> PolicyContent {
        let text = try Data(contentsOf: folder.appending(path: "\(side).md"))
        let document = parseDocument(Array(text), path: "\(side).md", layout: .documents).document
        let rules = try? Data(contentsOf: folder.appending(path: "\(side).rules.yaml"))
        return PolicyContent(
            document: document, rules: rules.flatMap { parseRules(Array($0), path: "\(side).rules.yaml").rules })
    }

    private static func check(_ told: String, against file: URL) throws {
        if isRecording {
            try Data(told.utf8).write(to: file)
            Issue.record("\(file.lastPathComponent) was recorded: read it and run without RECORD_GOLDENS.")
            return
        }
        let expected = String(decoding: try Data(contentsOf: file), as: UTF8.self)
        #expect(told == expected, "Record with RECORD_GOLDENS=1 and read the difference.")
    }
}
