/// Writes values as compact bytes, for what is kept between runs; `Unpacker` reads them back.
///
/// Small numbers take one byte, texts their length and their bytes. The form is known only to the program that wrote it.
package struct Packer {
    /// What was written so far.
    package private(set) var bytes: [UInt8] = []

    /// Makes an empty packer.
    package init() {}

    /// Writes a number that is not negative, seven bits a byte.
    package mutating func add(_ number: UInt64) {
        var rest = number
        while rest >= 0x80 {
            bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(rest))
    }

    /// Writes a number of either sign; those near zero are short.
    package mutating func add(_ number: Int) {
        add(UInt64(bitPattern: Int64(number << 1) ^ Int64(number >> 63)))
    }

    /// Writes whether something is so.
    package mutating func add(_ flag: Bool) { bytes.append(flag ? 1 : 0) }

    /// Writes bytes with their number.
    package mutating func add(_ content: some Collection<UInt8>) {
        add(UInt64(content.count))
        bytes.append(contentsOf: content)
    }

    /// Writes a text.
    package mutating func add(_ text: String) { add(text.utf8) }

    /// Writes the name of a commit or a content.
    package mutating func add(_ id: ObjectID) {
        for shift in stride(from: 56, through: 0, by: -8) { bytes.append(UInt8(truncatingIfNeeded: id.high >> shift)) }
        for shift in stride(from: 56, through: 0, by: -8) {
            bytes.append(UInt8(truncatingIfNeeded: id.middle >> shift))
        }
        for shift in stride(from: 24, through: 0, by: -8) {
            bytes.append(UInt8(truncatingIfNeeded: id.low >> UInt32(shift)))
        }
    }

    /// Writes a moment.
    package mutating func add(_ moment: Instant) {
        add(Int(moment.secondsSinceEpoch))
        add(UInt64(moment.nanoseconds))
    }

    /// Writes a day.
    package mutating func add(_ day: CivilDate) { add(day.daysSinceEpoch) }

    /// Writes a number of 64 bits in eight bytes.
    package mutating func addFixed(_ number: UInt64) {
        for shift in stride(from: 56, through: 0, by: -8) { bytes.append(UInt8(truncatingIfNeeded: number >> shift)) }
    }

    /// Writes whether there is a value, and the value.
    package mutating func add<Value>(_ value: Value?, _ write: (inout Packer, Value) -> Void) {
        add(value != nil)
        if let value { write(&self, value) }
    }

    /// Writes how many values there are, and each.
    package mutating func add<Value>(all values: some Collection<Value>, _ write: (inout Packer, Value) -> Void) {
        add(UInt64(values.count))
        for value in values { write(&self, value) }
    }
}

/// Reads what `Packer` wrote, in the same order.
///
/// Every step is checked against the end of the bytes: whatever they are, reading ends with a value or with `Damaged`.
package struct Unpacker {
    /// The bytes are not what was written.
    package struct Damaged: Error, Hashable {
        /// Makes the error.
        package init() {}
    }

    private let bytes: [UInt8]
    private var place = 0

    /// Stands at the start of the bytes.
    package init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// Whether all bytes were read.
    package var isAtEnd: Bool { place == bytes.count }

    /// Reads a number that is not negative.
    package mutating func number() throws(Damaged) -> UInt64 {
        var number: UInt64 = 0
        var shift: UInt64 = 0
        while place < bytes.count, shift < 64 {
            let byte = bytes[place]
            place += 1
            number |= UInt64(byte & 0x7F) << shift
            if byte < 0x80 { return number }
            shift += 7
        }
        throw Damaged()
    }

    /// Reads a number of things that follow, of which each takes a byte at least.
    package mutating func count() throws(Damaged) -> Int {
        let number = try number()
        guard number <= UInt64(bytes.count - place) else { throw Damaged() }
        return Int(number)
    }

    /// Reads a number of either sign.
    package mutating func integer() throws(Damaged) -> Int {
        let number = try number()
        return Int(truncatingIfNeeded: Int64(bitPattern: number >> 1) ^ -Int64(bitPattern: number & 1))
    }

    /// Reads whether something is so.
    package mutating func flag() throws(Damaged) -> Bool {
        guard place < bytes.count, bytes[place] < 2 else { throw Damaged() }
        place += 1
        return bytes[place - 1] == 1
    }

    /// Reads bytes.
    package mutating func content() throws(Damaged) -> ArraySlice<UInt8> {
        let count = try count()
        defer { place += count }
        return bytes[place..<(place + count)]
    }

    /// Reads a text.
    package mutating func text() throws(Damaged) -> String {
        let count = try count()
        defer { place += count }
        guard let text = String(utf8: bytes, place..<(place + count)) else { throw Damaged() }
        return text
    }

    /// Reads the name of a commit or a content.
    package mutating func id() throws(Damaged) -> ObjectID {
        let high = try fixed()
        let middle = try fixed()
        guard bytes.count - place >= 4 else { throw Damaged() }
        var low: UInt32 = 0
        for offset in 0..<4 { low = low << 8 | UInt32(bytes[place + offset]) }
        place += 4
        return ObjectID(high: high, middle: middle, low: low)
    }

    /// Reads a moment.
    package mutating func moment() throws(Damaged) -> Instant {
        let seconds = try integer()
        return Instant(
            secondsSinceEpoch: Int64(seconds), nanoseconds: Int32(truncatingIfNeeded: min(try number(), 999_999_999)))
    }

    /// Reads a day.
    package mutating func day() throws(Damaged) -> CivilDate {
        let days = try integer()
        // The days of the years that a date can be written with; anything else would overflow its arithmetic.
        guard abs(days) < 4_000_000 else { throw Damaged() }
        return CivilDate(daysSinceEpoch: days)
    }

    /// Reads a number of 64 bits from eight bytes.
    package mutating func fixed() throws(Damaged) -> UInt64 {
        guard bytes.count - place >= 8 else { throw Damaged() }
        var number: UInt64 = 0
        for offset in 0..<8 { number = number << 8 | UInt64(bytes[place + offset]) }
        place += 8
        return number
    }

    /// Reads a value where there is one.
    package mutating func optional<Value>(
        _ read: (inout Unpacker) throws(Damaged) -> Value
    ) throws(Damaged) -> Value? {
        try flag() ? try read(&self) : nil
    }

    /// Reads values with their number.
    package mutating func all<Value>(
        _ read: (inout Unpacker) throws(Damaged) -> Value
    ) throws(Damaged) -> [Value] {
        let count = try count()
        var values: [Value] = []
        values.reserveCapacity(count)
        for _ in 0..<count { values.append(try read(&self)) }
        return values
    }
}

extension String {
    /// Makes a text of a stretch of bytes; nil where they are not UTF-8.
    ///
    /// `String(validating:as:)` is generic, and looks its types up at each call: a tenth of the time of reading many short texts.
    package init?(utf8 bytes: [UInt8], _ range: Range<Int>) {
        guard let text = try? UTF8Span(validating: bytes.span.extracting(range)) else { return nil }
        self.init(copying: text)
    }
}
