#!/usr/bin/env python3
"""Makes areas.tsv and outlines.tsv from the two CSV files and two GeoJSON files named in README.md.

usage: prepare.py SOURCE_DIR
"""
import csv
import json
import sys
from pathlib import Path

source = Path(sys.argv[1])
here = Path(__file__).parent


def areas():
    rows = {}
    for file in ("areas_prov_kab_kec.csv", "areas_desakel.csv"):
        with open(source / file, newline="", encoding="utf-8") as lines:
            for row in csv.DictReader(lines):
                name = " ".join(row["name"].replace("\u2019", "'").split())
                rows[row["code"]] = (name, row["lat"], row["lng"])
    with open(here / "areas.tsv", "w", encoding="utf-8", newline="\n") as out:
        for code in sorted(rows):
            out.write("\t".join((code, *rows[code])) + "\n")


def steps(ring):
    points = [(round(lon * 1000), round(lat * 1000)) for lon, lat in ring]
    if points[0] == points[-1]:
        points.pop()
    text = f"{points[0][0]},{points[0][1]}"
    for (x0, y0), (x1, y1) in zip(points, points[1:]):
        if (x0, y0) != (x1, y1):
            text += f" {x1 - x0},{y1 - y0}"
    return text


def outlines():
    rings = {}
    for file in ("provinsi_simplified_0p02.geojson", "kabkota_simplified_0p005.geojson"):
        for feature in json.loads((source / file).read_text())["features"]:
            polygons = feature["geometry"]["coordinates"]
            rings[feature["id"]] = [steps(ring) for polygon in polygons for ring in polygon]
    with open(here / "outlines.tsv", "w", encoding="utf-8", newline="\n") as out:
        for code in sorted(rings):
            out.write(code + "\t" + ";".join(rings[code]) + "\n")


areas()
outlines()
