import PolicyDiff
import PolicyModel

extension JSONWriter {
    /// Writes a change that stands so many columns from the left, as `JSONForm.change` says it.
    ///
    /// Answers have thousands of them: the tree of one takes longer to build than its bytes to print.
    mutating func write(_ change: Change, indentation: Int) {
        let inner = indentation + 2
        begin("{")
        member("after", inner)
        write(change.after, indentation: inner)
        member("before", inner)
        write(change.before, indentation: inner)
        member("direction", inner)
        write(text: change.direction.rawValue)
        member("edits", inner)
        writeArray(change.edits, indentation: inner) { $0.write($1, indentation: inner + 2) }
        member("id", inner)
        write(text: change.id)
        member("introducedIn", inner)
        write(optional: change.introducedIn)
        member("kind", inner)
        write(text: change.kind)
        member("modality", inner)
        write(change.modality, indentation: inner)
        member("places", inner)
        write(change.places)
        member("quantities", inner)
        writeArray(change.quantities, indentation: inner) { writer, quantity in
            writer.write(after: quantity.after, before: quantity.before, indentation: inner + 2)
        }
        member("reason", inner)
        write(text: change.reason)
        member("rule", inner)
        write(optional: change.rule)
        member("section", inner)
        writeArray(change.section, indentation: inner) { $0.write(text: $1) }
        member("significance", inner)
        write(text: change.significance.rawValue)
        member("summary", inner)
        write(text: change.summary)
        end("}", indentation)
    }

    private mutating func write(_ evidence: Change.Evidence?, indentation: Int) {
        guard let evidence else { return write("null") }
        begin("{")
        member("lines", indentation + 2)
        writeArray([evidence.lines.first, evidence.lines.last], indentation: indentation + 2) { $0.write($1) }
        member("text", indentation + 2)
        write(text: evidence.text)
        end("}", indentation)
    }

    private mutating func write(_ edit: WordEdit, indentation: Int) {
        begin("{")
        member("op", indentation + 2)
        write(text: edit.operation.rawValue)
        member("text", indentation + 2)
        write(text: edit.text)
        end("}", indentation)
    }

    private mutating func write(_ modality: ModalityChange?, indentation: Int) {
        guard let modality else { return write("null") }
        write(after: modality.after?.rawValue, before: modality.before?.rawValue, indentation: indentation)
    }

    private mutating func write(after: String?, before: String?, indentation: Int) {
        begin("{")
        member("after", indentation + 2)
        write(optional: after)
        member("before", indentation + 2)
        write(optional: before)
        end("}", indentation)
    }
}
