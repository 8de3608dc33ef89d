import PolicyDiff
import PolicyModel
import PolicyNotices
import PolicyTestSupport
import Testing

@testable import PolicyRendering

/// What people write in Markdown between the generated parts of a notice.
@Suite struct PeopleMarkdownTests {
    private static let written = """
        Read the **new rules** and *ask* us: [the desk](https://club.example/desk) or <desk@club.example>.
        - bring `form 7`
        - write to [Ada](mailto:ada@club.example)
        """

    @Test(
        "bold, lists, code and links are set in each form in its own way",
        arguments: [
            (
                NoticeForm.html,
                [
                    "Read the <strong>new rules</strong> and <em>ask</em> us: <a href=\"https://club.example/desk\">the desk</a>",
                    "<ul><li>bring <code>form 7</code></li><li>write to <a href=\"mailto:ada@club.example\">Ada</a></li></ul>",
                ]
            ),
            (.atom, ["&lt;strong&gt;new rules&lt;/strong&gt;", "&lt;li&gt;bring &lt;code&gt;form 7"]),
            (
                .text,
                [
                    "Read the new rules and ask us: the desk (https://club.example/desk) or",
                    "\n- bring form 7\n- write to Ada (ada@club.example)\n",
                ]
            ),
            (
                .markdown,
                [
                    "**new rules** and *ask* us: [the desk](<https://club.example/desk>)",
                    "\n- bring `form 7`\n- write to [Ada](<mailto:ada@club.example>)\n",
                ]
            ),
            (.docx, ["<w:rPr><w:b/></w:rPr><w:t xml:space=\"preserve\">new rules</w:t>", "Courier New"]),
        ])
    func forms(form: NoticeForm, expected: [String]) throws {
        let plain = try notice(of: [change(after: "You must not copy.")])
        let shown = try rendered(
            form, plain.adding([Addition(after: "summary", markdown: Self.written)]), Settings())
        for part in expected { #expect(shown.contains(part), "\(part)\n\n\(shown)") }
        #expect(form == .markdown || !shown.contains("**"))
    }

    @Test("a list behind a point stays in that point", arguments: [NoticeForm.text, .markdown])
    func inItem(form: NoticeForm) throws {
        let point = change(after: "You must not copy.")
        let shown = try rendered(
            form, notice(of: [point]).adding([Addition(after: "change:\(point.id)", markdown: "- one\n- two")]),
            Settings())
        #expect(shown.contains("\n  - one\n  - two\n"), "\(shown)")
    }

    @Test(
        "what is no part of the subset is text, and leads nowhere",
        arguments: [
            "<script>alert(1)</script>", "[x](javascript:alert(1))", "[x](data:text/html,hi)", "<javascript:alert(1)>",
            "[x](https://a.example/\"onmouseover=\"alert(1))", "![x](file:///etc/passwd)",
            "[x](mailto:a@b.example?bcc=c@d.example)",
            "<b onclick=alert(1)>bold</b>", "&lt;script&gt;", "[x](vbscript:run)", "**<img src=x onerror=alert(1)>**",
        ])
    func hostile(_ markdown: String) throws {
        let read = PeopleMarkdown(markdown)
        let html = read.html
        #expect(!html.contains("<script") && !html.contains("<img") && !html.contains("<b ") && !html.contains("href="))
        #expect(!read.markdown.replacing("\\<", with: "").contains("<"))
        #expect(!read.markdown.replacing("\\[", with: "").contains("["))
    }

    @Test("characters that steer a screen or a document do not get through", arguments: NoticeForm.allCases)
    func control(form: NoticeForm) throws {
        let hostile = "A **\u{1B}[31m\u{2}b\u{3}red**\u{202E} word\u{0}"
        let shown = try rendered(
            form,
            notice(of: [change(after: "You must not copy.")]).adding([Addition(after: "summary", markdown: hostile)]),
            Settings())
        for character in ["\u{1B}", "\u{2}", "\u{3}", "\u{202E}", "\u{0}"] {
            #expect(form == .docx || !shown.contains(character), "\(form)")
        }
    }

    @Test(
        "signs without a partner stay signs",
        arguments: [
            "5 * 3 is 15", "a_b_c", "**open", "`code", "[text] (apart)", "_ alone", "* * *x", "100 % of [all",
            "***three***",
        ])
    func alone(_ text: String) { #expect(PeopleMarkdown(sentence: text).plain == text) }

    @Test("escaped signs are the signs themselves, so that what is generated reads as it was")
    func escaped() {
        for text in ["“*”, [x](y) and `z`", "# 1. <b> & _c_ ~d~ |e| {f} $g$ !h", "www.club.example: mailto:x"] {
            #expect(PeopleMarkdown(sentence: markdownEscaped(text)).plain == text)
        }
    }

    @Test("an edited sentence, fact and summary keep their marks in the page, and none in the text")
    func edited() throws {
        let point = NoticePoint(
            changes: [change(after: "You must not copy.")], text: "You must not copy.",
            markdown: "You **must not** copy.",
            short: "x")
        let json = JSONForm.notice(try notice(of: [change(after: "You must not copy.")]).telling(point)).text
        #expect(
            json.contains("\"markup\": \"You **must not** copy.\"") && json.contains("\"text\": \"You must not copy.\"")
        )
        let html = try rendered(.html, notice(of: [change(after: "You must not copy.")]).telling(point), Settings())
        #expect(html.contains("You <strong>must not</strong> copy."))
    }

    @Test(
        "takes time in proportion to the text, however its signs are laid",
        arguments: ["*", "**a ", "[", "`", "<", "_a*", "[a](", "``` `"])
    func linear(_ piece: String) {
        func time(_ count: Int) -> Duration {
            let text = String(repeating: piece, count: count)
            return threadTime { _ = PeopleMarkdown(text).html }
        }
        _ = time(500)
        #expect(time(8_000) < time(2_000) * 12 + .milliseconds(20))
    }
}

extension Notice {
    /// The notice with one point instead of its own.
    fileprivate func telling(_ point: NoticePoint) -> Notice {
        let part = policies[0]
        return Notice(
            id: id, language: language, headline: headline, summary: summary, category: category,
            policies: [
                PolicyNotice(
                    policy: part.policy, from: part.from, to: part.to, event: part.event, effective: part.effective,
                    published: part.published, zone: part.zone, classification: part.classification,
                    direction: part.direction, summary: part.summary,
                    groups: [PointGroup(meaning: .mayNoLonger, title: "You may no longer", points: [point])],
                    wordingOnly: nil)
            ], labels: labels)
    }
}
