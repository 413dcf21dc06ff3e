-- Marks headings and pages by private characters, and keeps no sign of emphasis; `pandoc.py` takes the marks out again.
local PAGE, LABEL, LABEL_ENDS = utf8.char(0xE00C), utf8.char(0xE001), utf8.char(0xE002)

local function content(element) return element.content end

local function is_page(element)
  local type = element.attributes['epub:type'] or element.attributes['type'] or ''
  return element.classes:includes('pagebreak') or type:find('pagebreak')
    or (element.attributes.role or ''):find('doc%-pagebreak')
end

local function page(element)
  local label = element.attributes['aria-label'] or element.attributes.title or element.identifier:gsub('^%D*', '')
  return pandoc.Str(PAGE .. LABEL .. label .. LABEL_ENDS)
end

function Header(header)
  header.content:insert(1, pandoc.Str(utf8.char(0xE010 + header.level)))
  return header
end

function Span(span) if is_page(span) then return page(span) end end
function Div(div) if is_page(div) then return pandoc.Para{page(div)} end end

Superscript, Subscript, Emph, Strong, SmallCaps, Underline = content, content, content, content, content, content
function Strikeout() return {} end
function Image() return {} end
