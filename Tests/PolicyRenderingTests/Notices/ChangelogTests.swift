import PolicyDiff
import PolicyModel
import PolicyNotices
import PolicyQueries
import PolicyRendering
import Testing

@Suite struct ChangelogTests {
    private func changelog(saying text: String, language: String = "en") throws -> Changelog {
        let settings = fullSettings(saying: text)
        let notice = try notice(
            of: changes(saying: text), title: "Title \(text)", language: language, settings: settings, reason: text)
        let policy = PolicyName(id: "usage", title: "Title \(text)")
        return Changelog(
            parts: [
                Changelog.Part(
                    policy: policy,
                    entries: [
                        Changelog.Entry(
                            version: version("3 \(text)", effective: "2026-04-01", .withdrawn), notice: nil),
                        Changelog.Entry(version: version("2", effective: "2026-03-25", .inForce), notice: notice),
                        Changelog.Entry(version: version("1", published: "2026-01-01", .superseded), notice: nil),
                    ])
            ], publisher: text, labels: try ChangelogLabels(language: language))
    }

    @Test(arguments: ["en", "fr", "de", "es"])
    func `what changelog prints is valid against the shipped schema`(language: String) throws {
        let printed = JSONForm.changelog(try changelog(saying: "copy", language: language))
        #expect(SchemaValidator(root: JSONSchemas.changelog).violations(of: printed) == [])
    }

    @Test func `points stand under what happened to them, and a version without a day under the next best`() throws {
        let text = try changelog(saying: "copy").markdown(Stationery())
        let sections = text.split(separator: "\n").filter { $0.hasPrefix("#") }
        #expect(
            sections.dropFirst() == [
                "## [3 copy] - 2026-04-01", "## [2] - 2026-03-25", "### Added", "### Changed", "### Removed",
                "### Fixed",
                "## [1] - 2026-01-01",
            ])
    }

    @Test(arguments: ["<script>x</script>", "\"><img src=x>", "{{title}}", "x\n## [9] - 2030-01-01", "a\u{1B}[2Jb"])
    func `what a policy says is inert in a changelog`(hostile: String) throws {
        let (page, harmless) = (
            try changelog(saying: hostile).html(Stationery()), try changelog(saying: "copy").html(Stationery())
        )
        #expect(page.count { $0 == "<" } == harmless.count { $0 == "<" })
        let markdown = try changelog(saying: hostile).markdown(Stationery())
        let lines = try changelog(saying: "copy").markdown(Stationery()).count { $0 == "\n" }
        #expect(markdown.count { $0 == "\n" } == lines)
        #expect(!markdown.unicodeScalars.contains("\u{1B}"))
    }
}
