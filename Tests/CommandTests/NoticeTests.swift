import Foundation
import Testing

@Suite("policyhistory notice")
struct NoticeTests {
    /// Makes a repository with two versions of one policy.
    private static let setUp = """
        git -c init.defaultBranch=main init -q club && cd club
        printf 'publisher: The club\\ncontact: board@club.example\\nlanguages: [en, fr]\\nnotices: {rule: gh-30, leave: Write to the board.}\\n' > policyhistory.yaml
        mkdir rules
        version() {
          printf -- '---\\nid: rules\\ntitle: Rules\\nlang: en\\nversion: "%s"\\npublished: %s\\neffective: %s\\nreason: Members asked.\\n---\\n' "$1" "$2" "$3" > rules/policy.md
          printf '# Rules\\n\\n## Use\\n\\n%s\\n\\n## Tools\\n\\nYou may return a tool within %s days of the loan.\\n' "$4" "$5" >> rules/policy.md
          git add . && git commit -qm "Version $1"
        }
        version 1 2026-01-01 2026-02-01 'You may invite guests.' 30
        version 2 2026-03-01 2026-04-15 'You must not store fuel in the lockers.' 14
        """

    @Test("a notice is drafted, checked, approved, voided by an edit, brought up to date and approved again")
    func life() throws {
        try withFolder { folder in
            try Binary.shell(Self.setUp, in: folder)
            let club = folder.appending(path: "club")
            let file = club.appending(path: "rules/notices/2.md")
            func run(_ words: String...) throws -> Binary.Run { try Binary.run(["notice"] + words, in: club) }
            func edit(_ old: String, _ new: String) throws {
                let text = try String(contentsOf: file, encoding: .utf8)
                try #require(text.contains(old), "\(text)")
                try Data(text.replacing(old, with: new).utf8).write(to: file)
            }

            #expect(try run("check", "rules").status == 66)
            #expect(try run("draft", "rules").status == 0)
            #expect(try run("draft", "rules").status == 64, "What is there is not written over.")
            #expect(try run("check", "rules").status == 0)
            #expect(try run("approve", "rules", "--by", "Ada").status == 0)
            #expect(try !run("check", "rules").output.contains("N021"))

            try edit("For you, 3 points are stricter.", "Three rules become stricter.")
            let edited = try run("check", "rules")
            #expect(edited.status == 1 && edited.output.contains("error N021"))
            #expect(try run("approve", "rules", "--by", "Ada").status == 0)
            #expect(try run("rules").output.contains("Three rules become stricter."))
            #expect(try !run("rules", "--generated").output.contains("Three rules"))

            try edit("14 days: “", "21 days: “")
            let wrong = try run("check", "rules", "--format", "json")
            #expect(wrong.status == 1 && wrong.output.contains("notice-number-differs"))
            #expect(try run("approve", "rules", "--by", "Ada").status == 65)
            try edit("21 days: “", "14 days: “")

            // The text is corrected: what was generated from the old one is no longer true.
            try Binary.shell(
                "cd club && sed -i.old 's/14 days/10 days/' rules/policy.md && rm rules/policy.md.old && git commit -qam Correction",
                in: folder)
            let stale = try run("check", "rules")
            #expect(stale.status == 1 && stale.output.contains("notice-of-another-text"))
            #expect(try run("update", "rules").status == 0)
            let updated = try String(contentsOf: file, encoding: .utf8)
            #expect(updated.contains("from 30 to 10 days") && updated.contains("Three rules become stricter."))
            #expect(try run("approve", "rules", "--by", "Ada").status == 0)
            #expect(try run("check", "rules").status == 0)
            // Nothing but the notice differs from what is committed.
            let status = try Binary.shell("cd club && git status --porcelain", in: folder).output
            #expect(status == "?? rules/notices/\n")
        }
    }

    @Test("a label that is no file name is written as one, and no link leads a notice elsewhere")
    func names() throws {
        try withFolder { folder in
            try Binary.shell(Self.setUp + "\nversion ../../x 2026-05-01 2026-07-01 'You must not sing.' 14", in: folder)
            let club = folder.appending(path: "club")
            let drafted = try Binary.run(["notice", "draft", "rules", "../../x"], in: club)
            #expect(drafted.status == 0 && drafted.output.contains("rules/notices/%2E.%2F..%2Fx.md"))
            try Binary.shell(
                "cd club && rm -r rules/notices && mkdir ../elsewhere && ln -s ../../elsewhere rules/notices",
                in: folder)
            let refused = try Binary.run(["notice", "draft", "rules"], in: club)
            #expect(refused.status == 74 && refused.errors.contains("symbolic link"))
            #expect(
                try FileManager.default.contentsOfDirectory(atPath: folder.appending(path: "elsewhere").path).isEmpty)
        }
    }

    @Test("every language, a reader who was away, and several policies in one notice")
    func forms() throws {
        try withFolder { folder in
            try Binary.shell(Self.setUp, in: folder)
            let club = folder.appending(path: "club")
            for (language, words) in [
                ("fr", "Vous ne pouvez plus"), ("de", "Sie dürfen nicht mehr"), ("es", "Ya no puede"),
            ] {
                let run = try Binary.run(["notice", "rules", "--language", language], in: club)
                #expect(run.status == 0 && run.output.contains(words))
            }
            let unknown = try Binary.run(["notice", "rules", "--language", "xx"], in: club)
            #expect(unknown.status == 64 && unknown.errors.contains("de, en, es, fr"))
            let first = try Binary.run(["notice", "rules", "1"], in: club)
            #expect(first.status == 0 && first.output.contains("“Rules” is new and applies from 1 February 2026."))
            let since = try Binary.run(["notice", "--since", "2026-03-01", "--until", "2026-06-01"], in: club)
            #expect(since.output.contains("One of our policies changed between 1 March 2026 and 1 June 2026."))
            let quiet = try Binary.run(["notice", "--since", "2026-05-01", "--until", "2026-06-01"], in: club)
            #expect(quiet.output.contains("Nothing changed between 1 May 2026 and 1 June 2026."))
            let both = try Binary.run(
                ["notice", "mistral-usage-policy", "--also", "example-community-guidelines", "--example"], in: club)
            #expect(both.status == 0 && both.output.contains("Usage Policy") && both.output.contains("Lumen Harbour"))
        }
    }

    @Test(
        "the notices of the embedded policies pass their own check in every language",
        arguments: ["en", "fr", "de", "es"])
    func embedded(language: String) throws {
        try withFolder { folder in
            let source = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../PolicyHistory")
            #expect(try Binary.run(["init", "r", "--from", source.standardizedFileURL.path], in: folder).status == 0)
            let repository = folder.appending(path: "r")
            for (policy, version) in [
                ("mistral-usage-policy", "2026-03-25"), ("mistral-usage-policy", "2026-06-11"),
                ("example-community-guidelines", "2.0"), ("example-community-guidelines", "2.2"),
            ] {
                let words = [policy, version, "--language", language]
                #expect(try Binary.run(["notice", "draft"] + words, in: repository).status == 0)
                let check = try Binary.run(["notice", "check"] + words, in: repository)
                #expect(check.status == 0, "\(check.output)")
            }
        }
    }

    @Test(
        "where notices have no place, each command says so before it looks for the policy, and what to do",
        arguments: ["draft", "update", "check", "approve"])
    func noPlace(command: String) throws {
        try withFolder { folder in
            try Binary.shell(
                """
                \(Self.setUp)
                cd .. && git clone -q --bare club bare.git
                git -c init.defaultBranch=main init -q single && cd single
                echo 'You must not shout.' > Terms.md && git add . && git commit -qm one
                """, in: folder)
            let words = ["notice", command, "no-such-policy"] + (command == "approve" ? ["--by", "Ada"] : [])
            let single = try Binary.run(words, in: folder.appending(path: "single"))
            #expect(
                single.status == 64 && single.errors.contains("`documents`")
                    && single.errors.contains("POLICY/policy.md"))
            let bare = try Binary.run(words + ["-C", "bare.git"], in: folder)
            #expect(bare.status == 64 && bare.errors.contains("is bare") && bare.errors.contains("Clone it"))
            #expect(single.output.isEmpty && bare.output.isEmpty)
        }
    }

    @Test("a notice in another language quotes the recorded translation of the version, and checks against it")
    func translated() throws {
        try withFolder { folder in
            try Binary.shell(
                """
                \(Self.setUp)
                printf -- '---\\nlang: fr\\ntranslates: "2"\\nreason: À la demande des membres.\\n---\\n# Règles\\n\\n## Usage\\n\\nVous ne devez pas stocker de carburant dans les casiers.\\n\\n## Outils\\n\\nVous pouvez rendre un outil dans les 14 jours.\\n' > rules/policy.fr.md
                git add . && git commit -q --amend -m 'Version 2'
                """, in: folder)
            let club = folder.appending(path: "club")
            let notice = try Binary.run(["notice", "rules", "--language", "fr"], in: club)
            let text = notice.output.replacing("\u{A0}", with: " ").replacing("\n  ", with: " ")
            #expect(text.contains("« Vous ne devez pas stocker de carburant dans les casiers »"), "\(text)")
            #expect(text.contains("À la demande des membres"))
            #expect(try Binary.run(["notice", "draft", "rules", "--language", "fr"], in: club).status == 0)
            let check = try Binary.run(["notice", "check", "rules", "--language", "fr"], in: club)
            #expect(check.status == 0, "\(check.output)")
        }
    }
}
