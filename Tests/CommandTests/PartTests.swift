import Foundation
import Testing

@Suite("The history of a part, by the command")
struct PartTests {
    /// Three versions of a policy, committed with git.
    private let threeVersions = """
        git init -q . && printf 'layout: native\\n' > policyhistory.yaml && mkdir terms
        version() {
          printf -- '---\\nid: terms\\ntitle: Terms\\nversion: "%s"\\npublished: unknown\\neffective: %s\\n---\\n\\n%b' "$1" "$2" "$3" > terms/policy.md
          printf 'rules:\\n  - {id: resale, type: prohibition, action: "%s"}\\n' "$4" > terms/rules.yaml
          git add . && GIT_COMMITTER_DATE="$2T00:00:00Z" git commit -qm "$1"
        }
        version 1 2026-01-01 '## Fees\\n\\nThe fee is five euros a month.\\n\\n## Use\\n\\nYou must not sell access.\\n' 'sell access'
        version 2 2026-02-01 '## Use\\n\\nYou must not sell access.\\n\\n## Fees\\n\\nThe fee is nine euros a month.\\n' 'sell access'
        version 3 2026-03-01 '## Use\\n\\nYou must not sell or lend access.\\n\\n## Fees\\n\\nThe fee is nine euros a month!\\n' 'sell or lend access'
        """

    @Test("blame tells for each clause and rule since when it stands, in every form")
    func blame() throws {
        try withFolder { folder in
            try Binary.shell(threeVersions, in: folder)
            let json = try Binary.run(["blame", "terms", "--format", "json"], in: folder).json()
            let clauses = try #require(json["clauses"] as? [[String: Any]])
            let since = clauses.map { ($0["since"] as? [String: Any])?["label"] as? String ?? "" }
            #expect(since == ["1", "3", "1", "2"])
            let rules = try #require(json["rules"] as? [[String: Any]])
            #expect(rules.map { $0["rule"] as? String } == ["resale"])
            let text = try Binary.run(["blame", "terms", "--all"], in: folder)
            #expect(text.status == 0, "\(text.errors)")
            #expect(text.output.contains("2  The fee is nine euros a month!"))
            #expect(text.output.contains("1 new: The fee is five euros a month."))
            let markdown = try Binary.run(["blame", "terms", "--format", "markdown"], in: folder)
            #expect(markdown.output.contains("| 2 | The fee is nine euros a month\\! |"), "\(markdown.output)")
            let earlier = try Binary.run(["blame", "terms", "--at", "2026-02-10", "--format", "json"], in: folder)
                .json()
            #expect((earlier["version"] as? [String: Any])?["label"] as? String == "2")
        }
    }

    @Test("history tells the versions of a section, a rule or a clause alone")
    func history() throws {
        try withFolder { folder in
            try Binary.shell(threeVersions, in: folder)
            func events(_ part: String...) throws -> [String] {
                let run = try Binary.run(["history", "terms", "--format", "json"] + part, in: folder)
                let entries = try run.json()["entries"] as? [[String: Any]] ?? []
                return entries.map { entry in
                    let label = (entry["version"] as? [String: Any])?["label"] as? String ?? ""
                    return "\(label) \(entry["event"] as? String ?? "")"
                }
            }
            #expect(try events("--rule", "resale") == ["3 changed", "1 first"])
            #expect(try events("--match", "five euros") == ["3 changed", "2 changed", "1 first"])
            #expect(try events("--section", "use") == ["3 changed", "1 first"])
            let text = try Binary.run(["history", "terms", "--rule", "resale"], in: folder)
            #expect(text.output.contains("sell or lend access"), "\(text.output)")
            for missing in [["--rule", "nothing"], ["--section", "Nothing"], ["--match", "no such words"]] {
                let run = try Binary.run(["history", "terms"] + missing, in: folder)
                #expect(run.status == 66)
                #expect(run.output.isEmpty)
                #expect(run.errors.contains("hint: "))
            }
            for wrong in [[], ["--rule", "resale", "--match", "x"], ["--match", " "]] {
                #expect(try Binary.run(["history", "terms"] + wrong, in: folder).status == 64)
            }
        }
    }

    @Test("stats counts in every form, and log writes the changelog")
    func statistics() throws {
        try withFolder { folder in
            try Binary.shell(threeVersions, in: folder)
            let json = try Binary.run(["stats", "--format", "json"], in: folder).json()
            let counts = (json["total"] as? [String: Any])?["counts"] as? [String: Any]
            #expect(counts?["versions"] as? Int == 3)
            #expect(try Binary.run(["stats", "terms"], in: folder).output.contains("2026  3 versions  █"))
            #expect(try Binary.run(["stats", "--format", "markdown"], in: folder).output.contains("| 2026 | 3 |"))
            let drawing = try Binary.run(["stats", "--format", "svg", "--output", "t.svg"], in: folder)
            #expect(drawing.status == 0 && drawing.output.isEmpty)
            let made = try String(contentsOf: folder.appending(path: "t.svg"), encoding: .utf8)
            #expect(made.hasPrefix("<svg ") && made.hasSuffix("</svg>\n"))
            #expect(try Binary.run(["log", "--format", "svg"], in: folder).status == 64)
            let changelog = try Binary.run(["log", "terms", "--changes", "--format", "markdown"], in: folder)
            #expect(changelog.output.hasPrefix("# Changelog: Terms\n\n## [3] - 2026-03-01\n"))
            let unknown = try Binary.run(["since", "2000-01-01", "--known-at", "2010-01-01"], in: folder)
            #expect(unknown.output == "Nothing had been recorded by 2010-01-01.\n")
        }
    }

    @Test("tells rules on their own days, in text and as data")
    func ownDays() throws {
        try withFolder { folder in
            try Binary.shell(
                """
                git init -q . && printf 'layout: native\\n' > policyhistory.yaml && mkdir terms
                printf -- '---\\nversion: "1"\\npublished: 2026-01-01\\neffective: {default: 2026-01-01, existing-users: 2026-02-01}\\n---\\n\\n## Bots\\n\\nYou must not run bots.\\n' > terms/policy.md
                printf 'rules:\\n  - {id: bots, type: prohibition, action: run bots, clause: "#bots"}\\n' > terms/rules.yaml
                git add . && GIT_COMMITTER_DATE=2026-01-01T00:00:00Z git commit -qm 1
                printf -- '---\\nversion: "2"\\npublished: 2026-03-01\\neffective: 2026-04-01\\n---\\n\\n## Bots\\n\\nYou must not run bots or scripts.\\n' > terms/policy.md
                printf 'rules:\\n  - {id: bots, type: prohibition, action: run bots or scripts, clause: "#bots", effective: 2026-06-01}\\n' > terms/rules.yaml
                git add . && GIT_COMMITTER_DATE=2026-03-01T00:00:00Z git commit -qm 2
                """, in: folder)
            let april = try Binary.run(["since", "2026-03-15", "--until", "2026-05-01"], in: folder)
            #expect(!april.output.contains("Newly forbidden"), "\(april.output)\(april.errors)")
            #expect(april.output.contains("Upcoming: rule bots of version 2, from 2026-06-01"), "\(april.output)")
            let june = try Binary.run(["since", "2026-06-01", "--until", "2026-06-30"], in: folder)
            #expect(june.output.contains("run bots or scripts"), "\(june.output)")
            #expect(june.output.contains("version 2"), "\(june.output)")
            let shown = try Binary.run(["show", "terms", "--at", "2026-05-01"], in: folder)
            #expect(
                shown.output.contains(
                    "Rule bots of version 2 takes effect on 2026-06-01; until then that of\n    version 1 binds."))
            let first = try Binary.run(["show", "terms", "--at", "2026-01-15", "--format", "json"], in: folder).json()
            let audiences = first["audiences"] as? [[String: String]]
            #expect(audiences == [["audience": "existing-users", "effective": "2026-02-01"]])
        }
    }
}
