import PolicyModel
import PolicyQueries

// As for changes, what is found is printed without a tree: it would take longer to build than its bytes to print.

extension JSONWriter {
    /// Writes where a phrase was found in a policy.
    mutating func write(_ entry: SearchAnswer.Entry, indentation: Int) {
        let inner = indentation + 2
        begin("{")
        member("clause", inner)
        write(optional: entry.clauses.first?.text)
        member("clauseCount", inner)
        write(entry.clauseCount)
        member("clauses", inner)
        writeArray(entry.clauses, indentation: inner) { writer, clause in
            writer.begin("{")
            writer.member("runs", inner + 4)
            writer.write(clause.runs, indentation: inner + 4)
            writer.member("text", inner + 4)
            writer.write(text: clause.text)
            writer.end("}", inner + 2)
        }
        member("policy", inner)
        write(JSONForm.policy(entry.policy), indentation: inner)
        member("runs", inner)
        write(entry.runs, indentation: inner)
        end("}", indentation)
    }

    private mutating func write(_ runs: [SearchAnswer.Run], indentation: Int) {
        let inner = indentation + 4
        writeArray(runs, indentation: indentation) { writer, run in
            writer.begin("{")
            writer.member("came", inner)
            writer.write(run.came, indentation: inner)
            writer.member("versions", inner)
            writer.write(run.versions)
            writer.member("went", inner)
            if let went = run.went { writer.write(went, indentation: inner) } else { writer.write("null") }
            writer.end("}", indentation + 2)
        }
    }

    private mutating func write(_ point: SearchAnswer.Point, indentation: Int) {
        let inner = indentation + 2
        begin("{")
        member("commit", inner)
        write(text: point.commit.description)
        member("isEnd", inner)
        write(point.isEnd ? "true" : "false")
        member("label", inner)
        write(text: point.label)
        member("recorded", inner)
        write(text: point.recorded.description)
        end("}", indentation)
    }
}
