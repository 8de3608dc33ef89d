import Foundation
import Testing

@Suite("Notices in all their forms")
struct NoticeFormsTests {
    @Test(
        "each form is given for the history that ships with the tool",
        arguments: [
            ("markdown", "# "), ("text", "Usage Policy"), ("html", "<!doctype html>"), ("eml", "From: "),
            ("short", "{"),
            ("post", "policyhistory"), ("atom", "<?xml"), ("json-feed", "{"), ("ics", "BEGIN:VCALENDAR\r\n"),
            ("docx", "PK"), ("json", "{"),
        ])
    func forms(form: String, start: String) throws {
        try withFolder { folder in
            let run = try Binary.run(
                ["notice", "mistral-usage-policy", "--example", "--format", form, "--output", "notice"], in: folder,
                environment: ["TMPDIR": folder.path])
            #expect(run.status == 0, "\(run.errors)")
            let bytes = try Data(contentsOf: folder.appending(path: "notice"))
            #expect(String(decoding: bytes, as: UTF8.self).hasPrefix(start))
        }
    }

    @Test("templates are written out, used once edited, and an unknown field is told with its line")
    func templates() throws {
        try withFolder { folder in
            let written = try Binary.run(["notice", "templates", "mine"], in: folder)
            #expect(written.status == 0, "\(written.errors)")
            #expect(try Binary.run(["notice", "templates", "mine"], in: folder).status == 0)
            let page = folder.appending(path: "mine/html.mustache")
            try Data("<h1>{{headline}}</h1>\n".utf8).write(to: page)
            func notice() throws -> Binary.Run {
                try Binary.run(
                    ["notice", "mistral-usage-policy", "--example", "--format", "html", "--templates", "mine"],
                    in: folder, environment: ["TMPDIR": folder.path])
            }
            #expect(try notice().output.hasPrefix("<h1>Usage Policy – "))
            let again = try Binary.run(["notice", "templates", "mine"], in: folder)
            #expect(again.status == 64)
            #expect(again.errors.contains("html.mustache is there already"))
            try Data("<h1>\n{{headlin}}</h1>\n".utf8).write(to: page)
            let refused = try notice()
            #expect(refused.status == 65)
            #expect(refused.output.isEmpty)
            #expect(refused.errors.contains("html.mustache:2: there is no field \"headlin\""))
        }
    }

    @Test("a brand stands on the page, its logo in it, and a logo that is not there is said")
    func brand() throws {
        try withFolder { folder in
            let settings = "publisher: Us\nbrand: {name: Our House, logo: logo.svg, color: '#aa0000'}\n"
            let made = try Binary.shell(
                """
                git init -q . && git config user.name E && git config user.email e@example.org && mkdir terms
                printf -- '---\\nid: terms\\ntitle: Terms\\nlang: en\\nversion: \\"1\\"\\n---\\n# Terms\\n\\nYou may copy.\\n' > terms/policy.md
                printf "\(settings)" > policyhistory.yaml
                git add -A && GIT_COMMITTER_DATE=2026-01-01T00:00:00Z git commit -qm one
                printf -- '---\\nid: terms\\ntitle: Terms\\nlang: en\\nversion: \\"2\\"\\n---\\n# Terms\\n\\nYou must not copy.\\n' > terms/policy.md
                git add -A && GIT_COMMITTER_DATE=2026-02-01T00:00:00Z git commit -qm two
                """, in: folder)
            try #require(made.status == 0, "\(made.errors)")
            let without = try Binary.run(["notice", "terms", "--format", "html"], in: folder)
            #expect(without.errors.contains("logo.svg"))
            #expect(without.output.contains("Our House"))
            #expect(without.output.contains("--brand: #aa0000"))
            let drawn = try Binary.shell(
                "echo '<svg xmlns=\"http://www.w3.org/2000/svg\"/>' > logo.svg; git add -A; GIT_COMMITTER_DATE=2026-02-02T00:00:00Z git commit -qm three",
                in: folder)
            try #require(drawn.status == 0, "\(drawn.errors)")
            let with = try Binary.run(["notice", "terms", "--format", "html"], in: folder)
            #expect(with.output.contains("src=\"data:image/svg+xml;base64,"))
            #expect(with.errors.isEmpty)
        }
    }

    @Test("a feed holds the notices of all versions, of one policy or of the repository")
    func feeds() throws {
        try withFolder { folder in
            func entries(_ arguments: [String]) throws -> [[String: Any]] {
                let run = try Binary.run(
                    ["notice", "--example", "--format", "json-feed"] + arguments, in: folder,
                    environment: ["TMPDIR": folder.path])
                #expect(run.status == 0, "\(run.errors)")
                return try run.json()["items"] as? [[String: Any]] ?? []
            }
            let one = try entries(["mistral-usage-policy"])
            let all = try entries([])
            #expect(one.count == 4)
            #expect(all.count > one.count)
            let ids = all.compactMap { $0["id"] as? String }
            #expect(Set(ids).count == all.count)
            #expect(ids.contains { $0.hasSuffix(":notice/mistral-usage-policy/2026-03-25") })
        }
    }

    @Test("a changelog holds every version, newest first")
    func changelog() throws {
        try withFolder { folder in
            func changelog(_ form: String) throws -> Binary.Run {
                try Binary.run(
                    ["changelog", "mistral-usage-policy", "--example", "--format", form], in: folder,
                    environment: ["TMPDIR": folder.path])
            }
            let markdown = try changelog("markdown").output
            let headings = markdown.split(separator: "\n").filter { $0.hasPrefix("## ") }
            #expect(
                headings == [
                    "## [2026-06-11] - 2026-06-11", "## [2026-04-08] - 2026-04-08", "## [2026-03-25] - 2026-03-25",
                    "## [2025-11-28] - 2025-11-28",
                ])
            #expect(markdown.contains("### Added\n\n- "))
            let page = try changelog("html")
            #expect(page.status == 0, "\(page.errors)")
            #expect(page.output.contains("<a href=\"#v1-4\">2026-06-11</a>"))
            #expect(page.output.contains("<article id=\"v1-4\">"))
            let policies = try changelog("json").json()["policies"] as? [[String: Any]]
            #expect((policies?.first?["versions"] as? [Any])?.count == 4)
        }
    }
}
