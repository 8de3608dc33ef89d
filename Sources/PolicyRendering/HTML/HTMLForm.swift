import PolicyDiff
import PolicyModel
package import PolicyQueries

/// The form for browsers and paper: a page that stands alone, with the list of changes first and the redline below it.
///
/// It has no scripts and loads nothing; policy text is inert in it. What colour says, words and marks say too.
package enum HTMLForm {
    /// Returns the page that `diff` and `compare` make.
    ///
    /// - Parameters:
    ///   - difference: the changes.
    ///   - text: both texts in one, for the redline; nil where there are none.
    package static func difference(_ difference: Difference, text: WholeText?) -> String {
        let title = difference.policy?.title ?? text?.title ?? "Comparison"
        let versions = [difference.from, difference.to].compactMap { $0 }
        let labels = versions.count == 2 ? ": \(versions[0].label) → \(versions[1].label)" : ": what changed"
        return page(title: title + labels) { page in
            page.element("header") { header in
                header.element("h1", ["dir": "auto"], text: title)
                if let policy = difference.policy, policy.title != policy.id.text {
                    header.element("p", ["class": "quiet"]) { $0.element("code", text: policy.id.text) }
                }
                if let from = difference.from, let to = difference.to {
                    header.element("p", text: "\(from.label) → \(to.label), \(Wording.standing(to))")
                }
                header.element("p", ["class": "sum"], text: Wording.sum(difference.comparison))
            }
            page.newline()
            let view = ComparisonView(
                changes: difference.comparison.changes, text: text,
                context: ChangeContext(versions: versions, policy: difference.policy), prefix: "")
            view.addContents(to: &page)
            view.addChanges(to: &page, level: 2)
            addFindings(difference.findings + difference.comparison.findings, to: &page)
            view.addRedline(to: &page, level: 2)
        }
    }

    /// Adds what was noticed in the texts.
    static func addFindings(_ findings: [Finding], to page: inout Markup) {
        if findings.isEmpty { return }
        page.element("section", ["class": "noticed"]) { section in
            section.element("h2", text: "Noticed")
            section.element("ul") { list in
                for finding in findings {
                    list.element("li", ["dir": "auto"]) { item in
                        item.text("\(finding.severity.rawValue): \(finding.message)")
                        if let fix = finding.fix { item.text(" \(fix)") }
                        if let place = finding.place {
                            item.text(" ")
                            item.element("code", text: JSONForm.place(place))
                        }
                    }
                }
            }
        }
        page.newline()
    }

    /// Returns a page with its frame.
    static func page(title: String, _ body: (inout Markup) -> Void) -> String {
        var page = Markup()
        page.own("<!doctype html>\n")
        page.element("html", ["lang": "en"]) { html in
            html.newline()
            html.element("head") { head in
                head.void("meta", ["charset": "utf-8"])
                head.newline()
                head.element("title", text: oneLine(title))
                head.newline()
                head.void("meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"])
                head.void("meta", ["name": "color-scheme", "content": "light dark"])
                // Nothing is loaded and nothing runs, even where a browser's extension or a proxy adds to the page.
                head.void(
                    "meta",
                    [
                        "http-equiv": "Content-Security-Policy",
                        "content": "default-src 'none'; style-src 'unsafe-inline'",
                    ])
                head.newline()
                head.element("style") { $0.own(PageStyle.sheet) }
            }
            html.newline()
            html.element("body") { document in
                document.newline()
                document.element("main") { body(&$0) }
                document.newline()
            }
        }
        page.newline()
        return page.source
    }

    private static func oneLine(_ text: String) -> String {
        String(text.map { $0.isNewline || $0 == "\t" ? " " : $0 })
    }
}
