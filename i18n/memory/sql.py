"""How a memory lies in a database, in the SQL that SQLite and PostgreSQL share.

A unit is a row, each of its languages another one; so every pair of languages is there without being stored. The units
of an origin have numbers in a row, in the order of its text: neighbours in the text are neighbours in number. Numbers
are given out by whoever holds the one row of ``clock``, and held until it is committed: so a higher number is always
committed later, and who has read all units up to a number has missed none.
"""

from __future__ import annotations

VERSION = 2
"""Of the tables. Another one is another database; the old one is not read."""

TABLES = (
    "CREATE TABLE clock (next BIGINT NOT NULL, birth TEXT NOT NULL)",
    "CREATE TABLE origin (id BIGINT PRIMARY KEY, name TEXT NOT NULL UNIQUE, key TEXT NOT NULL)",
    """CREATE TABLE unit (
        id BIGINT PRIMARY KEY, origin BIGINT NOT NULL, source_locale TEXT, context TEXT, kind TEXT NOT NULL,
        day TEXT, codes TEXT NOT NULL)""",
    """CREATE TABLE variant (
        unit BIGINT NOT NULL, locale TEXT NOT NULL, hash BIGINT NOT NULL, body TEXT NOT NULL, state TEXT NOT NULL,
        PRIMARY KEY (unit, locale))""",
    "CREATE INDEX unit_of_origin ON unit (origin)",
    "CREATE INDEX variant_by_text ON variant (locale, hash)",
)

BEGIN = "INSERT INTO clock VALUES (1, :birth)"
BIRTH = "SELECT birth FROM clock"
TAKE_NUMBERS = "UPDATE clock SET next = next + :count"
NEXT = "SELECT next FROM clock"
ORIGINS = "SELECT name, key FROM origin"
KEY = "SELECT key FROM origin WHERE name = :name"
OWN = "SELECT 1 FROM origin WHERE name = :name AND id = :id"
SET_KEY = "UPDATE origin SET key = :key WHERE name = :name AND id = :id"
ADD_ORIGIN = "INSERT INTO origin (id, name, key) VALUES (:id, :name, :key)"
REMOVE = (
    "DELETE FROM variant WHERE unit IN (SELECT u.id FROM unit u JOIN origin o ON o.id = u.origin WHERE o.name = :name)",
    "DELETE FROM unit WHERE origin IN (SELECT id FROM origin WHERE name = :name)",
    "DELETE FROM origin WHERE name = :name",
)

_SEGMENT = """
    SELECT v.body, w.body, u.codes, u.source_locale, u.kind, o.name, u.day, v.state, w.state, u.context,
           (SELECT x.body FROM unit n JOIN variant x ON x.unit = n.id
            WHERE n.id = u.id - 1 AND n.origin = u.origin AND x.locale = v.locale),
           (SELECT x.body FROM unit n JOIN variant x ON x.unit = n.id
            WHERE n.id = u.id + 1 AND n.origin = u.origin AND x.locale = v.locale),
           v.unit
    FROM variant v JOIN variant w ON w.unit = v.unit JOIN unit u ON u.id = v.unit JOIN origin o ON o.id = u.origin
    WHERE v.locale = :source AND w.locale = :target"""
BY_HASH = f"{_SEGMENT} AND v.hash = :hash ORDER BY COALESCE(u.day, '') DESC, v.unit DESC LIMIT :limit"
"""Newest first. A formula may stand in every bulletin."""
SINCE = """
    SELECT v.hash, v.body FROM variant v JOIN variant w ON w.unit = v.unit
    WHERE v.locale = :source AND w.locale = :target AND v.unit >= :since"""
DISTINCT = """
    SELECT v.hash, MIN(v.body) FROM variant v WHERE v.locale = :source AND v.hash > :after
    AND EXISTS (SELECT 1 FROM variant w WHERE w.unit = v.unit AND w.locale = :target)
    GROUP BY v.hash ORDER BY v.hash LIMIT :limit"""
"""Each text once, in the order of the hashes, so that it can be read in parts."""
IN_ORDER = """
    SELECT v.hash, v.body, v.unit FROM variant v WHERE v.locale || '' = :source AND v.unit >= :since
    AND EXISTS (SELECT 1 FROM variant w WHERE w.unit = v.unit AND w.locale = :target) ORDER BY v.unit LIMIT :limit"""
"""As it lies on the disk: the quickest way to see everything once. The || keeps off the index of texts."""
NEXT_LANGUAGE = "SELECT MIN(locale) FROM variant WHERE locale > :after"
AT_LEAST = "SELECT COUNT(*) FROM (SELECT 1 FROM variant WHERE locale = :source LIMIT :limit) AS counted"
ALL = """
    SELECT u.id, o.name, u.source_locale, u.context, u.kind, u.day, u.codes, v.locale, v.body, v.state
    FROM unit u JOIN origin o ON o.id = u.origin JOIN variant v ON v.unit = u.id
    WHERE o.name = :name ORDER BY u.id, v.locale"""
PAIRS = """
    SELECT v.locale, w.locale, COUNT(*), COUNT(DISTINCT v.hash),
           SUM(CASE WHEN v.state = 'approved' AND w.state = 'approved' THEN 1 ELSE 0 END)
    FROM variant v JOIN variant w ON w.unit = v.unit AND w.locale <> v.locale
    GROUP BY v.locale, w.locale ORDER BY v.locale, w.locale"""
