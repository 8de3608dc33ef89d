import Foundation
import Testing

@Suite("index and search")
struct IndexCommandTests {
    /// A script that makes a repository `r` of two policies in a dozen versions.
    static let repository = """
        git init -q -b main r
        for number in 1 2 3 4 5 6 7 8 9 10 11 12; do
          printf '# Terms\\n\\nYou must keep rule %s.\\n\\nDisputes go to binding arbitration in year %s.\\n' $number $((number / 4)) > r/Terms.md
          printf '# Privacy\\n\\nWe keep your data for %s days.\\n' $number > r/Privacy.md
          git -C r add -A
          GIT_COMMITTER_DATE="2025-$(printf %02d $number)-01T00:00:00Z" git -C r commit -qm x
        done
        """

    @Test("an indexer that is killed at any moment, and several at once, leave every answer as it is without an index")
    func killed() throws {
        try withFolder { folder in
            let run = try Binary.shell(
                Self.repository + "\n" + """
                    answers() { for q in "log --changes" policies "since 2025-03-01" "search arbitration"; do "$policyhistory" $q -C r --format json "$@"; done; }
                    answers --no-index > plain
                    for wait in 0.00 0.01 0.02 0.03 0.05 0.08 0.12; do
                      rm -rf r/.git/policyhistory
                      "$policyhistory" index --rebuild --text --full -C r > /dev/null &
                      sleep $wait
                      kill -9 $! || true
                      wait || true
                      answers > indexed
                      cmp plain indexed
                    done
                    rm -rf r/.git/policyhistory
                    for builder in 1 2 3; do "$policyhistory" index --rebuild --text -C r > /dev/null & done
                    answers > indexed
                    wait
                    cmp plain indexed
                    answers > indexed
                    cmp plain indexed
                    """, in: folder)
            #expect(run.status == 0, "\(run.output)\(run.errors)")
        }
    }

    @Test(
        "index says what it read; deleting the index loses nothing; an index that cannot be written is an error of index alone"
    )
    func index() throws {
        try withFolder { folder in
            try Binary.shell(Self.repository, in: folder)
            func index(_ options: String...) throws -> Binary.Run {
                try Binary.run(["index", "-C", "r", "--format", "json"] + options, in: folder)
            }
            #expect(try index().json()["commitsRead"] as? Int == 12)
            #expect(try index().json()["commitsRead"] as? Int == 0)
            #expect(try index("--rebuild").json()["policies"] as? Int == 2)
            #expect(try index("--no-index").status == 64)
            try FileManager.default.removeItem(at: folder.appending(path: "r/.git/policyhistory"))
            try Data().write(to: folder.appending(path: "r/.git/policyhistory"))
            let nowhere = try index()
            #expect(nowhere.status == 0 || nowhere.status == 74)  // A cache folder for temporary files may be there.
            let log = try Binary.run(["log", "-C", "r"], in: folder)
            #expect(log.status == 0 && log.errors.isEmpty)
        }
    }

    @Test("search tells when a phrase came and when it went, in every form")
    func search() throws {
        try withFolder { folder in
            try Binary.shell(Self.repository, in: folder)
            func search(_ arguments: String...) throws -> Binary.Run {
                try Binary.run(["search", "-C", "r"] + arguments, in: folder)
            }
            let text = try search("keep rule 3")
            #expect(text.output.contains("came with 2025-03-01 (recorded 2025-03-01), went with 2025-04-01"))
            #expect(try search("BINDING arbitr*").output.contains("still stands; 12 versions"))
            #expect(try search("keep rule 3", "--in-force").output.contains("stands nowhere in the texts in force on"))
            #expect(try search("keep rule 12", "--in-force", "--format", "markdown").output.contains("## Terms"))
            let runs = try (search("year 1", "--format", "json").json()["policies"] as? [[String: Any]])?.first
            #expect((runs?["runs"] as? [Any])?.count == 1)
            #expect(try search("keep", "Privacy").output.contains("1 policy"))
            #expect(try search("§").status == 64)
            #expect(try search("keep", "Nothing").status == 66)
        }
    }

    @Test(
        "search quotes every clause of the newest text that holds the words, and those of earlier ones where all are asked for"
    )
    func searchAll() throws {
        try withFolder { folder in
            try Binary.shell(
                """
                git init -q -b main r
                version() { printf '# Terms\\n\\n%s\\n\\n%s\\n' "$2" "$3" > r/Terms.md; git -C r add -A; GIT_COMMITTER_DATE="2025-0$1-01T00:00:00Z" git -C r commit -qm x; }
                version 1 'You may end the contract by letter.' 'We may end the contract at once.'
                version 2 'You may end the contract by mail.' 'We may end the contract at once.'
                version 3 'You may end the contract by mail.' 'We may end the contract at once, or later.'
                version 4 'Nothing of the kind.' 'We may end the contract at once.'
                version 5 'You may end the contract by mail.' 'We may end the contract at once.'
                """, in: folder)
            func search(_ arguments: String...) throws -> Binary.Run {
                try Binary.run(["search", "-C", "r", "end the contract"] + arguments, in: folder)
            }
            let text = try search().output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
            #expect(text.contains("In 2 clauses of the newest version"))
            #expect(text.contains("“You may end the contract by mail.”") && text.contains("contract at once.”"))
            #expect(text.contains("this wording came with 2025-05-01 (recorded 2025-05-01), still stands; 1 version"))
            #expect(!text.contains("by letter") && text.contains("2 clauses of earlier versions; --all shows them."))
            let all = try search("--all", "--format", "markdown").output
            #expect(all.contains("> You may end the contract by letter."))
            #expect(all.contains("this wording came with 2025-01-01"))
            #expect(!all.contains("--all shows"))
            let found = try (search("--all", "--format", "json").json()["policies"] as? [[String: Any]])?.first
            let clauses = (found?["clauses"] as? [[String: Any]])?.compactMap { $0["text"] as? String }
            #expect(
                clauses == [
                    "You may end the contract by mail.", "We may end the contract at once.",
                    "We may end the contract at once, or later.", "You may end the contract by letter.",
                ])
            #expect(found?["clauseCount"] as? Int == 4)
            let inForce = try (search("--in-force", "--format", "json").json()["policies"] as? [[String: Any]])?.first
            #expect((inForce?["clauses"] as? [Any])?.count == 2)
        }
    }
}
