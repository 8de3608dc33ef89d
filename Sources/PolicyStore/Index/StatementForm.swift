import PolicyModel

/// The form in which the index keeps what a text says of itself.
extension VersionStatement {
    /// The key that the statement of a text is kept under.
    static func key(of text: ObjectID, layout: Layout) -> CacheKey {
        CacheKey("statement \(layout.rawValue)") { $0.add(text) }
    }

    /// The statement as bytes.
    var packed: [UInt8] {
        var packer = Packer()
        func add(_ text: String?) { packer.add(text) { $0.add($1) } }
        add(id?.text)
        add(title)
        add(language)
        add(label)
        packer.add(published) { $0.add($1) }
        packer.add(effective.standard) { $0.add($1) }
        packer.add(all: effective.audiences) {
            $0.add($1.name)
            $0.add($1.date) { $0.add($1) }
        }
        packer.add(recorded) { $0.add($1) }
        packer.add(isWithdrawn)
        add(reason)
        add(translates)
        packer.add(all: sources) { $0.add($1) }
        return packer.bytes
    }

    /// Reads a statement; nil where the bytes are none.
    init?(packed bytes: [UInt8]) {
        var unpacker = Unpacker(bytes)
        do throws(Unpacker.Damaged) {
            self.init(
                id: try unpacker.optionalText().map { PolicyID($0) }, title: try unpacker.optionalText(),
                language: try unpacker.optionalText(), label: try unpacker.optionalText(),
                published: try unpacker.optionalDay(),
                effective: EffectiveDates(
                    standard: try unpacker.optionalDay(),
                    audiences: try unpacker.all { (unpacker) throws(Unpacker.Damaged) in
                        EffectiveDates.Audience(name: try unpacker.text(), date: try unpacker.optionalDay())
                    }),
                recorded: try unpacker.optional { (unpacker) throws(Unpacker.Damaged) in try unpacker.moment() },
                isWithdrawn: try unpacker.flag(), reason: try unpacker.optionalText(),
                translates: try unpacker.optionalText(),
                sources: try unpacker.all { (unpacker) throws(Unpacker.Damaged) in try unpacker.text() })
        } catch {
            return nil
        }
    }
}

extension Unpacker {
    fileprivate mutating func optionalText() throws(Damaged) -> String? {
        try optional { (unpacker) throws(Damaged) in try unpacker.text() }
    }

    fileprivate mutating func optionalDay() throws(Damaged) -> CivilDate? {
        try optional { (unpacker) throws(Damaged) in try unpacker.day() }
    }
}
