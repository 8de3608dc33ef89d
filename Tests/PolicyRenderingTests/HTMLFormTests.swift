import PolicyDiff
import PolicyModel
import PolicyQueries
import PolicyRendering
import Testing

/// A document of sections and clauses, a line each.
private func document(_ lines: [(Clause.Form?, String)], title: String? = "Terms") -> Document {
    var sections = [Section(heading: "", level: 0, parent: nil, clauses: 0..<0, lines: LineRange(1, 1))]
    var clauses: [Clause] = []
    for (number, (form, text)) in lines.enumerated() {
        let place = LineRange(number + 1, number + 1)
        if let form {
            clauses.append(Clause(text: text, form: form, section: sections.count - 1, lines: place))
            let last = sections.removeLast()
            sections.append(
                Section(
                    heading: last.heading, level: last.level, parent: last.parent,
                    clauses: last.clauses.lowerBound..<clauses.count, lines: last.lines))
        } else {
            let marks = text.prefix { $0 == "#" }.count
            sections.append(
                Section(
                    heading: String(text.dropFirst(marks + 1)), level: marks, parent: sections.count > 1 ? 1 : nil,
                    clauses: clauses.count..<clauses.count, lines: place))
        }
    }
    return Document(title: title, sections: sections, clauses: clauses)
}

private func item(_ depth: Int, _ marker: String = "-") -> Clause.Form { .listItem(depth: depth, marker: marker) }

private let before = document([
    (nil, "# Terms"), (.paragraph, "These terms hold for you and for us."), (nil, "## Leaving"),
    (.paragraph, "You may leave within 30 days."), (item(1), "You must not copy the service."),
    (item(2), "You must not sell the service to others."), (item(1), "You must pay the fees."), (nil, "### Fees"),
    (.tableRow(header: true), "Plan | Fee"), (.tableRow(header: false), "Basic | 5 €"),
    (.tableRow(header: false), "Pro | 10 €"), (.verbatim, "let a = b < c && d"), (.paragraph, "يجب عليك دفع الرسوم."),
])

private let after = document([
    (nil, "# Terms"), (.paragraph, "These terms hold for you and for us."), (nil, "## Leaving"),
    (.paragraph, "You may leave within 14 days."), (item(1), "You must not copy the service."),
    (item(4), "You must not rent the service to others at any price."), (item(1, "1."), "You must pay the fees."),
    (item(1, "7."), "You must keep your password secret from everyone."), (nil, "### Fees"),
    (.tableRow(header: true), "Plan | Fee"), (.tableRow(header: false), "Basic | 7 €"),
    (.tableRow(header: false), "Team | 99 €"), (.verbatim, "let a = b < c && d"), (.paragraph, "يجب عليك دفع الرسوم."),
    (nil, "## Data"), (.paragraph, "We may share your data with our partners."),
])

private func page(_ old: Document, _ new: Document) -> (page: String, changes: [Change]) {
    let contents = (PolicyContent(document: old), PolicyContent(document: new))
    let comparison = compare(contents.0, contents.1)
    let difference = Difference(before: contents.0, after: contents.1, comparison: comparison)
    return (HTMLForm.difference(difference, text: WholeText(old, new)), comparison.changes)
}

@Suite struct HTMLFormTests {
    @Test func `a page is well formed, its ids are unique, and its links lead somewhere`() {
        let checked = PageChecker(page(before, after).page)
        #expect(checked.problems == [])
        #expect(checked.elements.first == .init(name: "html", attributes: ["lang": "en"]))
        #expect(checked.elements.contains { $0.name == "title" })
    }

    @Test func `every substantive change leads to a block that is marked, and the block leads back`() throws {
        let (page, changes) = page(before, after)
        let checked = PageChecker(page)
        #expect(changes.count { $0.significance > .editorial } >= 6)
        for (index, change) in changes.enumerated() where change.significance > .editorial {
            let place = try #require(checked.elements.firstIndex { $0.attributes["id"] == "change-\(index + 1)" })
            let link = try #require(checked.elements[place...].first { $0.name == "a" })
            let target = try #require(link.attributes["href"]).dropFirst()
            #expect(target.hasPrefix("block-"), "\(change.summary)")
            let block = try #require(checked.elements.first { $0.attributes["id"] == String(target) })
            #expect(block.attributes["class"] == "changed", "\(change.summary)")
            #expect(checked.elements.contains { $0.attributes["href"] == "#change-\(index + 1)" })
        }
    }

    @Test func `the changes stand above the text, the most important first`() throws {
        let text = PageChecker(page(before, after).page).text
        let material = try #require(text.firstRange(of: "Material ("))
        let whole = try #require(text.firstRange(of: "What came is marked"))
        #expect(material.lowerBound < whole.lowerBound)
        #expect(text.contains("▲ stricter"))
        #expect(text.contains("Why: "))
    }

    @Test func `the redline holds the words of both texts`() throws {
        let checked = PageChecker(page(before, after).page)
        let start = try #require(checked.text.firstRange(of: "list.\n")).upperBound
        let text = checked.text[start...]
        for words in [
            "30", "14", "You must pay the fees.", "keep your password", "b < c && d", "99 €", "يجب عليك دفع الرسوم.",
        ] {
            #expect(text.contains(words), "\(words)")
        }
        #expect(text.contains("inserted: You must keep your password secret from everyone. end of insertion"))
        #expect(checked.elements.contains { $0.name == "pre" })
        #expect(checked.elements.count { $0.name == "th" } == 2)
        #expect(checked.elements.contains { $0.name == "li" && $0.attributes["value"] == "7" })
    }

    @Test func `the outline has one top, and no level of the page itself is skipped`() {
        let levels = PageChecker(page(before, after).page).levels
        #expect(levels.first == 1)
        #expect(levels.count { $0 == 1 } == 1)
        for (upper, lower) in zip(levels, levels.dropFirst()) { #expect(lower <= upper + 1) }
    }

    @Test func `a block takes its direction from the policy's words and not from those for screen readers`() {
        let old = document([(.paragraph, "يجب عليك دفع الرسوم.")])
        let new = document([(.paragraph, "لا يجب عليك دفع الرسوم."), (.paragraph, "نحن نحذف البيانات.")])
        let checked = PageChecker(page(old, new).page)
        #expect(checked.problems == [])
        for element in checked.elements where element.attributes["class"] == "words" {
            #expect(element.attributes["dir"] == "ltr")
        }
    }

    @Test(arguments: [
        "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "' onmouseover='alert(1)",
        "javascript:alert(1)",
        "[x](javascript:alert(1))", "</style><script>", "</title><script>", "&lt;b&gt; &amp;", "<!-- -->", "]]>",
        "a\u{0}b\u{1B}[2Jc\u{9B}d", "\u{202E}gnp.exe\u{2066}", "a | b | <td>", "\r\nline\rline\n",
    ])
    func `policy text is inert wherever it stands`(hostile: String) throws {
        let old = document(
            [
                (nil, "# \(hostile)"), (.paragraph, "You may leave \(hostile) within 30 days."),
                (item(1), "gone \(hostile)"), (.tableRow(header: true), "a | \(hostile)"),
                (.tableRow(header: false), "\(hostile) | 5 €"), (.verbatim, hostile),
            ], title: hostile)
        let new = document(
            [
                (nil, "# \(hostile)"), (.paragraph, "You must not leave \(hostile) within 14 days."),
                (.tableRow(header: true), "a | \(hostile)"), (.tableRow(header: false), "\(hostile) | 9 €"),
                (.verbatim, "new \(hostile)"),
            ], title: hostile)
        let contents = (PolicyContent(document: old), PolicyContent(document: new))
        let comparison = Comparison(
            changes: compare(contents.0, contents.1).changes + [
                change(hostile, section: [hostile], before: hostile, after: hostile, summary: hostile)
            ],
            findings: [Finding(id: "x", severity: .note, message: hostile, place: Place(path: hostile), fix: hostile)])
        let policy = PolicyName(id: PolicyID(hostile), title: hostile)
        let versions = (version(hostile, .superseded), version(hostile, .inForce))
        let difference = Difference(policy: policy, from: versions.0, to: versions.1, comparison: comparison)
        let page = HTMLForm.difference(
            difference, text: WholeText(title: hostile, language: hostile, redline: Redline(old, new)))
        let checked = PageChecker(page)
        #expect(checked.problems == [])
        #expect(!checked.elements.contains { ["script", "img", "b"].contains($0.name) })
        #expect(
            !checked.elements.contains {
                $0.attributes.keys.contains { $0.hasPrefix("on") || $0 == "src" || $0 == "style" }
            })
        let unsafe = page.unicodeScalars.filter {
            ($0.value < 0x20 && $0 != "\n" && $0 != "\t") || (0x7F...0x9F).contains($0.value)
                || (0x202A...0x202E).contains($0.value) || (0x2066...0x2069).contains($0.value)
        }
        #expect(unsafe.isEmpty)
    }

    @Test func `a change of the rules alone leads to a place of its own`() {
        let rule = Change(
            id: "0", kind: "exception-removed", significance: .material, direction: .stricter, section: [],
            rule: "fees",
            before: .init(text: "charities pay nothing", lines: lines(4)), after: nil, summary: "No longer excepted.",
            reason: "The exception is gone.")
        let difference = Difference(policy: nil, from: nil, to: nil, comparison: Comparison(changes: [rule]))
        for document in [Document.empty, after] {
            let checked = PageChecker(HTMLForm.difference(difference, text: WholeText(document, document)))
            #expect(checked.problems == [])
            #expect(checked.elements.contains { $0.attributes["href"] == "#rule-1" })
            #expect(checked.text.contains("deleted: charities pay nothing"))
        }
        let listed = PageChecker(HTMLForm.difference(difference, text: nil))
        #expect(listed.problems == [])
        #expect(!listed.elements.contains { $0.attributes["href"] == "#rule-1" })
    }

    @Test func `since makes one page of several policies, each with ids of its own`() throws {
        let answer = try chronicle(eventful).since(day("2026-01-15"))
        let texts = [PolicyID("nimbus"): WholeText(before, after)]
        let page = HTMLForm.since(answer, texts: texts)
        let checked = PageChecker(page)
        #expect(checked.problems == [])
        #expect(checked.text.contains("Nimbus Rules"))
        #expect(checked.text.contains("Upcoming: 2099"))
        #expect(checked.elements.contains { $0.attributes["id"]?.hasSuffix("-block-1") == true })
        #expect(HTMLForm.since(answer, texts: texts) == page)
        #expect(PageChecker(HTMLForm.since(try chronicle(eventful).since(day("2026-11-30")))).problems == [])
    }

    @Test func `deep lists stay shallow enough for browsers`() {
        let deep = document((1...2_000).map { (item($0), "item \($0)") })
        let checked = PageChecker(page(Document.empty, deep).page)
        #expect(checked.problems == [])
        #expect(checked.elements.count { $0.name == "ul" } < 60)
    }

    @Test func `what the publisher says of a change's weight is told with its reason in every form`() {
        let word = SignificanceOverride(
            target: .kind("duty-added"), significance: .minor, reason: "Only for resellers.")
        let quiet = SignificanceOverride(target: .kind("party-renamed"), significance: .editorial, reason: "A brand.")
        let changes = [
            change("duty-added").overridden(by: [word]), change("party-renamed", .minor).overridden(by: [quiet]),
        ]
        #expect(changes.map(\.significance) == [.minor, .editorial])
        let told = Difference(policy: nil, from: nil, to: nil, comparison: Comparison(changes: changes))
        let forms = [
            TextForm.difference(told), MarkdownForm.difference(told), HTMLForm.difference(told, text: nil),
            TextForm.difference(told, options: RenderingOptions(all: true)),
        ]
        for form in forms {
            let words = form.split(whereSeparator: \.isWhitespace).joined(separator: " ").replacing("\\.", with: ".")
            #expect(words.contains("to minor by the publisher: Only for resellers."), "\(form)")
            #expect(words.contains("to editorial by the publisher: A brand."), "\(form)")
        }
    }
}
