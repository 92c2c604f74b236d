/// How many columns of a terminal a text fills.
///
///     Width.of("gather")      // 6
///     Width.of("日本語")        // 6
///     Width.of("👩‍👩‍👧")          // 2
///
/// The rules are those of PyPI's `wcwidth` (UAX #11 for the widths, ambiguous ones narrow), but for conjuncts of Indic
/// scripts, which terminals draw differently from one another. Control characters count 0: see ``Sanitizer``.
public enum Width {
    /// In time linear in the length of the text.
    public static func of(_ text: some StringProtocol) -> Int {
        if text.utf8.allSatisfy({ (0x20..<0x7F).contains($0) }) { return text.utf8.count }
        var total = 0
        /// The last scalar that took columns and may still be changed by what follows it.
        var base: Unicode.Scalar?
        var isSecondOfFlag = false
        var isJoined = false
        for scalar in text.unicodeScalars {
            if isJoined {
                // What a zero-width joiner joins is drawn inside the picture before it.
                isJoined = false
                continue
            }
            if isRegionalIndicator(scalar) {
                if !isSecondOfFlag { total += of(scalar) }
                isSecondOfFlag.toggle()
                base = scalar
                continue
            }
            isSecondOfFlag = false
            if scalar == zeroWidthJoiner {
                isJoined = true
            } else if scalar == emojiVariation {
                if let base, base.properties.isEmoji, of(base) == 1 { total += 1 }
                base = nil
            } else if isSkinTone(scalar), let base, base.properties.isEmoji, !base.isASCII {
                continue
            } else if scalar.properties.generalCategory == .spacingMark {
                if base != nil { total += 1 }
                base = nil
            } else {
                let width = of(scalar)
                total += width
                if width > 0 { base = scalar }
            }
        }
        return total
    }

    /// 0, 1 or 2, for a scalar that stands alone.
    public static func of(_ scalar: Unicode.Scalar) -> Int {
        switch scalar.value {
        case 0x20..<0x7F: return 1
        case 0..<0xA0: return 0
        // The vowels and finals of Hangul are drawn inside the syllable that they follow.
        case 0x1160...0x11FF, 0xD7B0...0xD7C6, 0xD7CB...0xD7FB, 0xFFA0: return 0
        // Format characters by their category, yet they are seen: a soft hyphen, and signs that enclose numbers.
        case 0xAD, 0x0600...0x0605, 0x06DD, 0x070F, 0x0890...0x0891, 0x08E2, 0x110BD, 0x110CD: return 1
        default: break
        }
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .spacingMark, .format, .lineSeparator, .paragraphSeparator: return 0
        default: break
        }
        // But for the filler of a missing first consonant, which holds its place.
        if scalar.properties.isDefaultIgnorableCodePoint, scalar.value != 0x115F { return 0 }
        return WideScalars.contains(scalar) ? 2 : 1
    }

    private static let zeroWidthJoiner: Unicode.Scalar = "\u{200D}"
    private static let emojiVariation: Unicode.Scalar = "\u{FE0F}"

    private static func isRegionalIndicator(_ scalar: Unicode.Scalar) -> Bool {
        (0x1F1E6...0x1F1FF).contains(scalar.value)
    }

    private static func isSkinTone(_ scalar: Unicode.Scalar) -> Bool {
        (0x1F3FB...0x1F3FF).contains(scalar.value)
    }
}
