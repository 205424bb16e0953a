BEGIN TRANSACTION;
PRAGMA application_id = 1398036818;
PRAGMA user_version = 2;
CREATE TABLE agreement (
	body_id VARCHAR(36) NOT NULL, 
	title TEXT NOT NULL, 
	gives TEXT NOT NULL, 
	commits_to TEXT NOT NULL, 
	signed_on VARCHAR(10), 
	first_day VARCHAR(10), 
	last_day VARCHAR(10), 
	id VARCHAR(36) NOT NULL, 
	version INTEGER NOT NULL, 
	CONSTRAINT pk_agreement PRIMARY KEY (id), 
	CONSTRAINT fk_agreement_body_id_body FOREIGN KEY(body_id) REFERENCES body (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE TABLE agreement_party (
	agreement_id VARCHAR(36) NOT NULL, 
	body_id VARCHAR(36) NOT NULL, 
	decided_on VARCHAR(10), 
	id VARCHAR(36) NOT NULL, 
	version INTEGER NOT NULL, 
	CONSTRAINT pk_agreement_party PRIMARY KEY (id), 
	CONSTRAINT fk_agreement_party_agreement_id_agreement FOREIGN KEY(agreement_id) REFERENCES agreement (id) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT fk_agreement_party_body_id_body FOREIGN KEY(body_id) REFERENCES body (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL PRIMARY KEY);
INSERT INTO "alembic_version" VALUES('0002');
CREATE TABLE appointment (
	seat_id VARCHAR(36) NOT NULL, 
	person_id VARCHAR(36) NOT NULL, 
	first_day VARCHAR(10), 
	last_day VARCHAR(10), 
	term_last VARCHAR(10), 
	candidacy_id VARCHAR(36), 
	decision TEXT NOT NULL, 
	end_reason TEXT NOT NULL, 
	id VARCHAR(36) NOT NULL, 
	version INTEGER NOT NULL, 
	CONSTRAINT pk_appointment PRIMARY KEY (id), 
	CONSTRAINT fk_appointment_seat_id_seat FOREIGN KEY(seat_id) REFERENCES seat (id) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT fk_appointment_person_id_person FOREIGN KEY(person_id) REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT fk_appointment_candidacy_id_candidacy FOREIGN KEY(candidacy_id) REFERENCES candidacy (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE TABLE body (
	kind VARCHAR(40) NOT NULL, 
	level VARCHAR(40) NOT NULL, 
	legal_form TEXT NOT NULL, 
	purpose TEXT NOT NULL, 
	home_page TEXT NOT NULL, 
	organisation_number VARCHAR(20) NOT NULL, 
	first_day VARCHAR(10), 
	last_day VARCHAR(10), 
	end_reason TEXT NOT NULL, 
	ends_soon_days INTEGER NOT NULL, 
	term_months INTEGER, 
	id VARCHAR(36) NOT NULL, 
	version INTEGER NOT NULL, 
	CONSTRAINT pk_body PRIMARY KEY (id)
);
INSERT INTO "body" VALUES('county_municipality','regional','','','','','2018-01-01',NULL,'',90,NULL,'01a2010d-e4aa-7000-a44e-bbb1aea82626',1);
INSERT INTO "body" VALUES('municipality','local','','','','','2018-01-01',NULL,'',90,NULL,'01a2010d-e4aa-7001-90fe-88d552518506',1);
INSERT INTO "body" VALUES('council','national','','','','',NULL,NULL,'',90,NULL,'01a2010d-e522-7000-a648-5ea45b4e8dfd',1);
CREATE TABLE body_name (
	body_id VARCHAR(36) NOT NULL, 
	name TEXT NOT NULL, 
	kind VARCHAR(20) NOT NULL, 
	language VARCHAR(10) NOT NULL, 
	first_day VARCHAR(10), 
	last_day VARCHAR(10), 
	id VARCHAR(36) NOT NULL, 
	version INTEGER NOT NULL, 
	CONSTRAINT pk_body_name PRIMARY KEY (id), 
	CONSTRAINT fk_body_name_body_id_body FOREIGN KEY(body_id) REFERENCES body (id) DEFERRABLE INITIALLY DEFERRED
);
INSERT INTO "body_name" VALUES('01a2010d-e4aa-7000-a44e-bbb1aea82626','Trøndelag fylkeskommune','official','nb','2018-01-01',NULL,'01a2010d-e4aa-7002-b34d-7d9892eb3502',1);
INSERT INTO "body_name" VALUES('01a2010d-e4aa-7001-90fe-88d552518506','Steinkjer','official','nb','2018-01-01',NULL,'01a2010d-e4aa-7004-8d10-eabd4348b406',1);
INSERT INTO "body_name" VALUES('01a2010d-e522-7000-a648-5ea45b4e8dfd','KommIT-rådet','official','nb',NULL,NULL,'01a2010d-e522-7001-812b-b572e658f679',1);
CREATE TABLE candidacy (
	person_id VARCHAR(36) NOT NULL, 
	seat_id VARCHAR(36) NOT NULL, 
	by_id VARCHAR(36) NOT NULL, 
	round_id VARCHAR(36), 
	request_id VARCHAR(36), 
	forwarded_from_id VARCHAR(36), 
	rank INTEGER, 
	reason TEXT NOT NULL, 
	statement TEXT NOT NULL, 
	id VARCHAR(36) NOT NULL, 
	version INTEGER NOT NULL, 
	CONSTRAINT pk_candidacy PRIMARY KEY (id), 
	CONSTRAINT fk_candidacy_person_id_person FOREIGN KEY(person_id) REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT fk_candidacy_seat_id_seat FOREIGN KEY(seat_id) REFERENCES seat (id) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT fk_candidacy_by_id_body FOREIGN KEY(by_id) REFERENCES body (id) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT fk_candidacy_round_id_nomination_round FOREIGN KEY(round_id) REFERENCES nomination_round (id) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT fk_candidacy_request_id_request FOREIGN KEY(request_id) REFERENCES request (id) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT fk_candidacy_forwarded_from_id_candidacy FOREIGN KEY(forwarded_from_id) REFERENCES candidacy (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE TABLE change_row (
	id INTEGER NOT NULL, 
	change_set_id INTEGER NOT NULL, 
	table_name VARCHAR(40) NOT NULL, 
	row_id VARCHAR(36) NOT NULL, 
	"before" TEXT, 
	"after" TEXT, 
	CONSTRAINT pk_change_row PRIMARY KEY (id), 
	CONSTRAINT fk_change_row_change_set_id_change_set FOREIGN KEY(change_set_id) REFERENCES change_set (id) DEFERRABLE INITIALLY DEFERRED
);
INSERT INTO "change_row" VALUES(1,1,'body','01a2010d-e4aa-7000-a44e-bbb1aea82626',NULL,'{"kind": "county_municipality", "level": "regional", "legal_form": "", "purpose": "", "home_page": "", "organisation_number": "", "first_day": "2018-01-01", "last_day": null, "end_reason": "", "ends_soon_days": 90, "term_months": null}');
INSERT INTO "change_row" VALUES(2,1,'body_name','01a2010d-e4aa-7002-b34d-7d9892eb3502',NULL,'{"body_id": "01a2010d-e4aa-7000-a44e-bbb1aea82626", "name": "Trøndelag fylkeskommune", "kind": "official", "language": "nb", "first_day": "2018-01-01", "last_day": null}');
INSERT INTO "change_row" VALUES(3,1,'official_number','01a2010d-e4aa-7003-872a-55934327e5be',NULL,'{"body_id": "01a2010d-e4aa-7000-a44e-bbb1aea82626", "number": "50", "first_day": "2018-01-01", "last_day": null}');
INSERT INTO "change_row" VALUES(4,1,'body','01a2010d-e4aa-7001-90fe-88d552518506',NULL,'{"kind": "municipality", "level": "local", "legal_form": "", "purpose": "", "home_page": "", "organisation_number": "", "first_day": "2018-01-01", "last_day": null, "end_reason": "", "ends_soon_days": 90, "term_months": null}');
INSERT INTO "change_row" VALUES(5,1,'body_name','01a2010d-e4aa-7004-8d10-eabd4348b406',NULL,'{"body_id": "01a2010d-e4aa-7001-90fe-88d552518506", "name": "Steinkjer", "kind": "official", "language": "nb", "first_day": "2018-01-01", "last_day": null}');
INSERT INTO "change_row" VALUES(6,1,'official_number','01a2010d-e4aa-7005-bfbe-8d2e0e94e162',NULL,'{"body_id": "01a2010d-e4aa-7001-90fe-88d552518506", "number": "5006", "first_day": "2018-01-01", "last_day": null}');
INSERT INTO "change_row" VALUES(7,1,'relation','01a2010d-e4aa-7006-a694-843b59793fea',NULL,'{"from_id": "01a2010d-e4aa-7001-90fe-88d552518506", "to_id": "01a2010d-e4aa-7000-a44e-bbb1aea82626", "kind": "located_in", "first_day": "2018-01-01", "last_day": null, "note": ""}');
INSERT INTO "change_row" VALUES(8,2,'contact','01a2010d-e4ec-7000-975d-4108bf9f4cec',NULL,'{"person_id": "01a2010d-e4ea-7000-80e2-6e12cf787fa1", "kind": "email", "value": "ase@ks.no", "primary": true}');
INSERT INTO "change_row" VALUES(9,2,'person','01a2010d-e4ea-7000-80e2-6e12cf787fa1',NULL,'{"name": "Åse Kárášjohka", "gender": "not_stated", "privacy_notice_on": "", "note": ""}');
INSERT INTO "change_row" VALUES(10,3,'body','01a2010d-e522-7000-a648-5ea45b4e8dfd',NULL,'{"kind": "council", "level": "national", "legal_form": "", "purpose": "", "home_page": "", "organisation_number": "", "first_day": null, "last_day": null, "end_reason": "", "ends_soon_days": 90, "term_months": null}');
INSERT INTO "change_row" VALUES(11,3,'body_name','01a2010d-e522-7001-812b-b572e658f679',NULL,'{"body_id": "01a2010d-e522-7000-a648-5ea45b4e8dfd", "name": "KommIT-rådet", "kind": "official", "language": "nb", "first_day": null, "last_day": null}');
INSERT INTO "change_row" VALUES(12,4,'seat','01a2010d-e567-7000-b20b-bbb6da228323',NULL,'{"body_id": "01a2010d-e522-7000-a648-5ea45b4e8dfd", "role": "member", "number": 1, "votes": true, "represents_id": null, "nominates_id": null, "appoints_id": null, "substitute_for_id": null, "term_months": null, "note": "", "first_day": null, "last_day": null}');
INSERT INTO "change_row" VALUES(13,5,'appointment','01a2010d-e5ac-7000-9e4a-2116048c0ef2',NULL,'{"seat_id": "01a2010d-e567-7000-b20b-bbb6da228323", "person_id": "01a2010d-e4ea-7000-80e2-6e12cf787fa1", "first_day": "2024-01-01", "last_day": null, "term_last": null, "candidacy_id": null, "decision": "", "end_reason": ""}');
INSERT INTO "change_row" VALUES(14,6,'appointment','01a2010d-e5ac-7000-9e4a-2116048c0ef2','{"seat_id": "01a2010d-e567-7000-b20b-bbb6da228323", "person_id": "01a2010d-e4ea-7000-80e2-6e12cf787fa1", "first_day": "2024-01-01", "last_day": null, "term_last": null, "candidacy_id": null, "decision": "", "end_reason": ""}',NULL);
CREATE TABLE change_set (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	uid VARCHAR(36) NOT NULL, 
	time VARCHAR(32) NOT NULL, 
	author TEXT NOT NULL, 
	label TEXT NOT NULL, 
	subject TEXT NOT NULL, 
	kind VARCHAR(10) NOT NULL, 
	target INTEGER, 
	undone_by INTEGER, 
	CONSTRAINT uq_change_set_uid UNIQUE (uid)
);
INSERT INTO "change_set" VALUES(1,'01a2010d-e4b8-7000-9b1b-ce631379fc4b','2026-11-22T02:20:17+00:00','kari','Set up the municipalities','','edit',NULL,NULL);
INSERT INTO "change_set" VALUES(2,'01a2010d-e4f6-7000-874e-13df23886774','2026-11-22T02:20:17+00:00','kari','Add a person','Åse Kárášjohka','edit',NULL,NULL);
INSERT INTO "change_set" VALUES(3,'01a2010d-e524-7000-a7a9-64e119c2ae8c','2026-11-22T02:20:17+00:00','kari','Add a body','KommIT-rådet','edit',NULL,NULL);
INSERT INTO "change_set" VALUES(4,'01a2010d-e572-7000-ac62-84b8c89f142b','2026-11-22T02:20:17+00:00','kari','Add a seat','KommIT-rådet, medlem','edit',NULL,NULL);
INSERT INTO "change_set" VALUES(5,'01a2010d-e5ad-7000-9abf-9195874a80bd','2026-11-22T02:20:17+00:00','kari','Fill a seat','Åse Kárášjohka, KommIT-rådet 1','edit',NULL,6);
INSERT INTO "change_set" VALUES(6,'01a2010d-e5e8-7000-ab8b-e2d8de8ba88d','2026-11-22T02:20:17+00:00','kari','Fill a seat','Åse Kárášjohka, KommIT-rådet 1','undo',5,NULL);
CREATE TABLE channel (
	from_id VARCHAR(36) NOT NULL, 
	to_id VARCHAR(36) NOT NULL, 
	kind VARCHAR(20) NOT NULL, 
	medium TEXT NOT NULL, 
	rhythm TEXT NOT NULL, 
	seat_id VARCHAR(36), 
	first_day VARCHAR(10), 
	last_day VARCHAR(10), 
	note TEXT NOT NULL, 
	id VARCHAR(36) NOT NULL, 
	version INTEGER NOT NULL, 
	CONSTRAINT pk_channel PRIMARY KEY (id), 
	CONSTRAINT fk_channel_from_id_body FOREIGN KEY(from_id) REFERENCES body (id) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT fk_channel_to_id_body FOREIGN KEY(to_id) REFERENCES body (id) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT fk_channel_seat_id_seat FOREIGN KEY(seat_id) REFERENCES seat (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE TABLE commitment (
	version_id VARCHAR(36) NOT NULL, 
	kind VARCHAR(30) NOT NULL, 
	parameters TEXT NOT NULL, 
	id VARCHAR(36) NOT NULL, 
	version INTEGER NOT NULL, 
	CONSTRAINT pk_commitment PRIMARY KEY (id), 
	CONSTRAINT fk_commitment_version_id_mandate_version FOREIGN KEY(version_id) REFERENCES mandate_version (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE TABLE composition_rule (
	body_id VARCHAR(36) NOT NULL, 
	kind VARCHAR(30) NOT NULL, 
	parameters TEXT NOT NULL, 
	force VARCHAR(10) NOT NULL, 
	first_day VARCHAR(10), 
	last_day VARCHAR(10), 
	id VARCHAR(36) NOT NULL, 
	version INTEGER NOT NULL, 
	CONSTRAINT pk_composition_rule PRIMARY KEY (id), 
	CONSTRAINT fk_composition_rule_body_id_body FOREIGN KEY(body_id) REFERENCES body (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE TABLE contact (
	person_id VARCHAR(36) NOT NULL, 
	kind VARCHAR(10) NOT NULL, 
	value TEXT NOT NULL, 
	"primary" BOOLEAN NOT NULL, 
	id VARCHAR(36) NOT NULL, 
	version INTEGER NOT NULL, 
	CONSTRAINT pk_contact PRIMARY KEY (id), 
	CONSTRAINT fk_contact_person_id_person FOREIGN KEY(person_id) REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED
);
INSERT INTO "contact" VALUES('01a2010d-e4ea-7000-80e2-6e12cf787fa1','email','ase@ks.no',1,'01a2010d-e4ec-7000-975d-4108bf9f4cec',1);
CREATE TABLE employment (
	person_id VARCHAR(36) NOT NULL, 
	employer_id VARCHAR(36) NOT NULL, 
	title TEXT NOT NULL, 
	first_day VARCHAR(10), 
	last_day VARCHAR(10), 
	id VARCHAR(36) NOT NULL, 
	version INTEGER NOT NULL, 
	CONSTRAINT pk_employment PRIMARY KEY (id), 
	CONSTRAINT fk_employment_person_id_person FOREIGN KEY(person_id) REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT fk_employment_employer_id_body FOREIGN KEY(employer_id) REFERENCES body (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE TABLE file_setting (
	value TEXT NOT NULL, 
	id VARCHAR(36) NOT NULL, 
	version INTEGER NOT NULL, 
	CONSTRAINT pk_file_setting PRIMARY KEY (id)
);
CREATE TABLE kept_candidacy (
	candidacy_id VARCHAR(36) NOT NULL, 
	consent_on VARCHAR(10) NOT NULL, 
	kept_until VARCHAR(10) NOT NULL, 
	id VARCHAR(36) NOT NULL, 
	version INTEGER NOT NULL, 
	CONSTRAINT pk_kept_candidacy PRIMARY KEY (id), 
	CONSTRAINT fk_kept_candidacy_candidacy_id_candidacy FOREIGN KEY(candidacy_id) REFERENCES candidacy (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE TABLE mandate (
	body_id VARCHAR(36) NOT NULL, 
	title_nb TEXT NOT NULL, 
	title_nn TEXT NOT NULL, 
	id VARCHAR(36) NOT NULL, 
	version INTEGER NOT NULL, 
	CONSTRAINT pk_mandate PRIMARY KEY (id), 
	CONSTRAINT fk_mandate_body_id_body FOREIGN KEY(body_id) REFERENCES body (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE TABLE mandate_version (
	mandate_id VARCHAR(36) NOT NULL, 
	number VARCHAR(20) NOT NULL, 
	consultation_on VARCHAR(10), 
	adopted_by TEXT NOT NULL, 
	adopted_on VARCHAR(10), 
	case_number TEXT NOT NULL, 
	derived_from TEXT NOT NULL, 
	first_day VARCHAR(10), 
	last_day VARCHAR(10), 
	id VARCHAR(36) NOT NULL, 
	version INTEGER NOT NULL, 
	CONSTRAINT pk_mandate_version PRIMARY KEY (id), 
	CONSTRAINT fk_mandate_version_mandate_id_mandate FOREIGN KEY(mandate_id) REFERENCES mandate (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE TABLE municipality (
	body_id VARCHAR(36) NOT NULL, 
	population INTEGER, 
	population_day VARCHAR(10) NOT NULL, 
	written_form VARCHAR(10) NOT NULL, 
	centre TEXT NOT NULL, 
	area_km2 FLOAT, 
	latitude FLOAT, 
	longitude FLOAT, 
	id VARCHAR(36) NOT NULL, 
	version INTEGER NOT NULL, 
	CONSTRAINT pk_municipality PRIMARY KEY (id), 
	CONSTRAINT fk_municipality_body_id_body FOREIGN KEY(body_id) REFERENCES body (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE TABLE nomination_round (
	name TEXT NOT NULL, 
	caller_id VARCHAR(36) NOT NULL, 
	criteria TEXT NOT NULL, 
	call_text TEXT NOT NULL, 
	called_on VARCHAR(10), 
	due_on VARCHAR(10), 
	closed_on VARCHAR(10), 
	id VARCHAR(36) NOT NULL, 
	version INTEGER NOT NULL, 
	CONSTRAINT pk_nomination_round PRIMARY KEY (id), 
	CONSTRAINT fk_nomination_round_caller_id_body FOREIGN KEY(caller_id) REFERENCES body (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE TABLE official_number (
	body_id VARCHAR(36) NOT NULL, 
	number VARCHAR(10) NOT NULL, 
	first_day VARCHAR(10), 
	last_day VARCHAR(10), 
	id VARCHAR(36) NOT NULL, 
	version INTEGER NOT NULL, 
	CONSTRAINT pk_official_number PRIMARY KEY (id), 
	CONSTRAINT fk_official_number_body_id_body FOREIGN KEY(body_id) REFERENCES body (id) DEFERRABLE INITIALLY DEFERRED
);
INSERT INTO "official_number" VALUES('01a2010d-e4aa-7000-a44e-bbb1aea82626','50','2018-01-01',NULL,'01a2010d-e4aa-7003-872a-55934327e5be',1);
INSERT INTO "official_number" VALUES('01a2010d-e4aa-7001-90fe-88d552518506','5006','2018-01-01',NULL,'01a2010d-e4aa-7005-bfbe-8d2e0e94e162',1);
CREATE TABLE person (
	name TEXT NOT NULL, 
	gender VARCHAR(12) NOT NULL, 
	privacy_notice_on VARCHAR(10) NOT NULL, 
	note TEXT NOT NULL, 
	id VARCHAR(36) NOT NULL, 
	version INTEGER NOT NULL, 
	CONSTRAINT pk_person PRIMARY KEY (id)
);
INSERT INTO "person" VALUES('Åse Kárášjohka','not_stated','','','01a2010d-e4ea-7000-80e2-6e12cf787fa1',1);
CREATE TABLE placement (
	"view" TEXT NOT NULL, 
	body_id VARCHAR(36) NOT NULL, 
	x FLOAT NOT NULL, 
	y FLOAT NOT NULL, 
	id VARCHAR(36) NOT NULL, 
	version INTEGER NOT NULL, 
	CONSTRAINT pk_placement PRIMARY KEY (id), 
	CONSTRAINT fk_placement_body_id_body FOREIGN KEY(body_id) REFERENCES body (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE TABLE relation (
	from_id VARCHAR(36) NOT NULL, 
	to_id VARCHAR(36) NOT NULL, 
	kind VARCHAR(30) NOT NULL, 
	first_day VARCHAR(10), 
	last_day VARCHAR(10), 
	note TEXT NOT NULL, 
	id VARCHAR(36) NOT NULL, 
	version INTEGER NOT NULL, 
	CONSTRAINT pk_relation PRIMARY KEY (id), 
	CONSTRAINT fk_relation_from_id_body FOREIGN KEY(from_id) REFERENCES body (id) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT fk_relation_to_id_body FOREIGN KEY(to_id) REFERENCES body (id) DEFERRABLE INITIALLY DEFERRED
);
INSERT INTO "relation" VALUES('01a2010d-e4aa-7001-90fe-88d552518506','01a2010d-e4aa-7000-a44e-bbb1aea82626','located_in','2018-01-01',NULL,'','01a2010d-e4aa-7006-a694-843b59793fea',1);
CREATE TABLE request (
	round_id VARCHAR(36) NOT NULL, 
	body_id VARCHAR(36) NOT NULL, 
	passed_on_from_id VARCHAR(36), 
	asked_on VARCHAR(10), 
	due_on VARCHAR(10), 
	answered_on VARCHAR(10), 
	answer TEXT NOT NULL, 
	id VARCHAR(36) NOT NULL, 
	version INTEGER NOT NULL, 
	CONSTRAINT pk_request PRIMARY KEY (id), 
	CONSTRAINT fk_request_round_id_nomination_round FOREIGN KEY(round_id) REFERENCES nomination_round (id) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT fk_request_body_id_body FOREIGN KEY(body_id) REFERENCES body (id) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT fk_request_passed_on_from_id_request FOREIGN KEY(passed_on_from_id) REFERENCES request (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE TABLE round_seat (
	round_id VARCHAR(36) NOT NULL, 
	seat_id VARCHAR(36) NOT NULL, 
	id VARCHAR(36) NOT NULL, 
	version INTEGER NOT NULL, 
	CONSTRAINT pk_round_seat PRIMARY KEY (id), 
	CONSTRAINT fk_round_seat_round_id_nomination_round FOREIGN KEY(round_id) REFERENCES nomination_round (id) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT fk_round_seat_seat_id_seat FOREIGN KEY(seat_id) REFERENCES seat (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE TABLE rule_answer (
	rule_id VARCHAR(36) NOT NULL, 
	reason TEXT NOT NULL, 
	answered_on VARCHAR(10) NOT NULL, 
	by_whom TEXT NOT NULL, 
	holds_until VARCHAR(10), 
	id VARCHAR(36) NOT NULL, 
	version INTEGER NOT NULL, 
	CONSTRAINT pk_rule_answer PRIMARY KEY (id), 
	CONSTRAINT fk_rule_answer_rule_id_composition_rule FOREIGN KEY(rule_id) REFERENCES composition_rule (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE TABLE saved_view (
	name TEXT NOT NULL, 
	options TEXT NOT NULL, 
	day VARCHAR(10), 
	position INTEGER NOT NULL, 
	id VARCHAR(36) NOT NULL, 
	version INTEGER NOT NULL, 
	CONSTRAINT pk_saved_view PRIMARY KEY (id)
);
CREATE TABLE search_entry (
	target_id VARCHAR(36) NOT NULL, 
	kind VARCHAR(20) NOT NULL, 
	title TEXT NOT NULL, 
	detail TEXT NOT NULL, 
	folded TEXT NOT NULL, 
	CONSTRAINT pk_search_entry PRIMARY KEY (target_id)
);
INSERT INTO "search_entry" VALUES('01a2010d-e4aa-7000-a44e-bbb1aea82626','body','Trøndelag fylkeskommune','county_municipality','trøndelag fylkeskommune 50');
INSERT INTO "search_entry" VALUES('01a2010d-e4aa-7001-90fe-88d552518506','body','Steinkjer','municipality','steinkjer 5006');
INSERT INTO "search_entry" VALUES('01a2010d-e4ea-7000-80e2-6e12cf787fa1','person','Åse Kárášjohka','','åse karasjohka ase@ks.no');
INSERT INTO "search_entry" VALUES('01a2010d-e522-7000-a648-5ea45b4e8dfd','body','KommIT-rådet','council','kommit-rådet');
CREATE TABLE seat (
	body_id VARCHAR(36) NOT NULL, 
	role VARCHAR(20) NOT NULL, 
	number INTEGER NOT NULL, 
	votes BOOLEAN NOT NULL, 
	represents_id VARCHAR(36), 
	nominates_id VARCHAR(36), 
	appoints_id VARCHAR(36), 
	substitute_for_id VARCHAR(36), 
	term_months INTEGER, 
	note TEXT NOT NULL, 
	first_day VARCHAR(10), 
	last_day VARCHAR(10), 
	id VARCHAR(36) NOT NULL, 
	version INTEGER NOT NULL, 
	CONSTRAINT pk_seat PRIMARY KEY (id), 
	CONSTRAINT fk_seat_body_id_body FOREIGN KEY(body_id) REFERENCES body (id) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT fk_seat_represents_id_body FOREIGN KEY(represents_id) REFERENCES body (id) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT fk_seat_nominates_id_body FOREIGN KEY(nominates_id) REFERENCES body (id) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT fk_seat_appoints_id_body FOREIGN KEY(appoints_id) REFERENCES body (id) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT fk_seat_substitute_for_id_seat FOREIGN KEY(substitute_for_id) REFERENCES seat (id) DEFERRABLE INITIALLY DEFERRED
);
INSERT INTO "seat" VALUES('01a2010d-e522-7000-a648-5ea45b4e8dfd','member',1,1,NULL,NULL,NULL,NULL,NULL,'',NULL,NULL,'01a2010d-e567-7000-b20b-bbb6da228323',1);
CREATE TABLE section (
	version_id VARCHAR(36) NOT NULL, 
	language VARCHAR(10) NOT NULL, 
	kind VARCHAR(20) NOT NULL, 
	position INTEGER NOT NULL, 
	heading TEXT NOT NULL, 
	text TEXT NOT NULL, 
	id VARCHAR(36) NOT NULL, 
	version INTEGER NOT NULL, 
	CONSTRAINT pk_section PRIMARY KEY (id), 
	CONSTRAINT fk_section_version_id_mandate_version FOREIGN KEY(version_id) REFERENCES mandate_version (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE TABLE snooze (
	finding TEXT NOT NULL, 
	until VARCHAR(10) NOT NULL, 
	by_whom TEXT NOT NULL, 
	id VARCHAR(36) NOT NULL, 
	version INTEGER NOT NULL, 
	CONSTRAINT pk_snooze PRIMARY KEY (id)
);
CREATE TABLE source (
	target_id VARCHAR(36) NOT NULL, 
	title TEXT NOT NULL, 
	address TEXT NOT NULL, 
	seen_on VARCHAR(10) NOT NULL, 
	verified_on VARCHAR(10) NOT NULL, 
	verified_by TEXT NOT NULL, 
	id VARCHAR(36) NOT NULL, 
	version INTEGER NOT NULL, 
	CONSTRAINT pk_source PRIMARY KEY (id)
);
CREATE TABLE step (
	candidacy_id VARCHAR(36) NOT NULL, 
	place INTEGER NOT NULL, 
	kind VARCHAR(20) NOT NULL, 
	day VARCHAR(10) NOT NULL, 
	by_whom TEXT NOT NULL, 
	note TEXT NOT NULL, 
	decision TEXT NOT NULL, 
	id VARCHAR(36) NOT NULL, 
	version INTEGER NOT NULL, 
	CONSTRAINT pk_step PRIMARY KEY (id), 
	CONSTRAINT fk_step_candidacy_id_candidacy FOREIGN KEY(candidacy_id) REFERENCES candidacy (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE TABLE story (
	name TEXT NOT NULL, 
	position INTEGER NOT NULL, 
	id VARCHAR(36) NOT NULL, 
	version INTEGER NOT NULL, 
	CONSTRAINT pk_story PRIMARY KEY (id)
);
CREATE TABLE story_page (
	story_id VARCHAR(36) NOT NULL, 
	view_id VARCHAR(36), 
	position INTEGER NOT NULL, 
	title TEXT NOT NULL, 
	text TEXT NOT NULL, 
	id VARCHAR(36) NOT NULL, 
	version INTEGER NOT NULL, 
	CONSTRAINT pk_story_page PRIMARY KEY (id), 
	CONSTRAINT fk_story_page_story_id_story FOREIGN KEY(story_id) REFERENCES story (id) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT fk_story_page_view_id_saved_view FOREIGN KEY(view_id) REFERENCES saved_view (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE TABLE succession (
	from_id VARCHAR(36) NOT NULL, 
	to_id VARCHAR(36) NOT NULL, 
	kind VARCHAR(20) NOT NULL, 
	day VARCHAR(10) NOT NULL, 
	note TEXT NOT NULL, 
	id VARCHAR(36) NOT NULL, 
	version INTEGER NOT NULL, 
	CONSTRAINT pk_succession PRIMARY KEY (id), 
	CONSTRAINT fk_succession_from_id_body FOREIGN KEY(from_id) REFERENCES body (id) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT fk_succession_to_id_body FOREIGN KEY(to_id) REFERENCES body (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX ix_change_set_kind ON change_set (kind);
CREATE INDEX ix_change_set_undone_by ON change_set (undone_by);
CREATE INDEX ix_body_kind ON body (kind);
CREATE INDEX ix_source_target_id ON source (target_id);
CREATE INDEX ix_placement_body_id ON placement (body_id);
CREATE INDEX ix_change_row_row_id ON change_row (row_id);
CREATE INDEX ix_change_row_change_set_id ON change_row (change_set_id);
CREATE INDEX ix_mandate_body_id ON mandate (body_id);
CREATE INDEX ix_agreement_body_id ON agreement (body_id);
CREATE INDEX ix_nomination_round_caller_id ON nomination_round (caller_id);
CREATE INDEX ix_contact_person_id ON contact (person_id);
CREATE INDEX ix_employment_employer_id ON employment (employer_id);
CREATE INDEX ix_employment_person_id ON employment (person_id);
CREATE INDEX ix_seat_substitute_for_id ON seat (substitute_for_id);
CREATE INDEX ix_seat_body_id ON seat (body_id);
CREATE INDEX ix_seat_appoints_id ON seat (appoints_id);
CREATE INDEX ix_seat_represents_id ON seat (represents_id);
CREATE INDEX ix_seat_nominates_id ON seat (nominates_id);
CREATE INDEX ix_composition_rule_body_id ON composition_rule (body_id);
CREATE INDEX ix_body_name_body_id ON body_name (body_id);
CREATE INDEX ix_official_number_number ON official_number (number);
CREATE INDEX ix_official_number_body_id ON official_number (body_id);
CREATE INDEX ix_municipality_body_id ON municipality (body_id);
CREATE INDEX ix_succession_from_id ON succession (from_id);
CREATE INDEX ix_succession_to_id ON succession (to_id);
CREATE INDEX ix_relation_from_id ON relation (from_id);
CREATE INDEX ix_relation_to_id ON relation (to_id);
CREATE INDEX ix_relation_kind ON relation (kind);
CREATE INDEX ix_story_page_view_id ON story_page (view_id);
CREATE INDEX ix_story_page_story_id ON story_page (story_id);
CREATE INDEX ix_channel_from_id ON channel (from_id);
CREATE INDEX ix_channel_seat_id ON channel (seat_id);
CREATE INDEX ix_channel_to_id ON channel (to_id);
CREATE INDEX ix_mandate_version_mandate_id ON mandate_version (mandate_id);
CREATE INDEX ix_agreement_party_body_id ON agreement_party (body_id);
CREATE INDEX ix_agreement_party_agreement_id ON agreement_party (agreement_id);
CREATE INDEX ix_round_seat_seat_id ON round_seat (seat_id);
CREATE INDEX ix_round_seat_round_id ON round_seat (round_id);
CREATE INDEX ix_request_body_id ON request (body_id);
CREATE INDEX ix_request_round_id ON request (round_id);
CREATE INDEX ix_request_passed_on_from_id ON request (passed_on_from_id);
CREATE INDEX ix_rule_answer_rule_id ON rule_answer (rule_id);
CREATE INDEX ix_section_version_id ON section (version_id);
CREATE INDEX ix_commitment_version_id ON commitment (version_id);
CREATE INDEX ix_candidacy_forwarded_from_id ON candidacy (forwarded_from_id);
CREATE INDEX ix_candidacy_by_id ON candidacy (by_id);
CREATE INDEX ix_candidacy_round_id ON candidacy (round_id);
CREATE INDEX ix_candidacy_seat_id ON candidacy (seat_id);
CREATE INDEX ix_candidacy_person_id ON candidacy (person_id);
CREATE INDEX ix_candidacy_request_id ON candidacy (request_id);
CREATE INDEX ix_step_candidacy_id ON step (candidacy_id);
CREATE INDEX ix_kept_candidacy_candidacy_id ON kept_candidacy (candidacy_id);
CREATE INDEX ix_appointment_person_id ON appointment (person_id);
CREATE INDEX ix_appointment_candidacy_id ON appointment (candidacy_id);
CREATE INDEX ix_appointment_seat_id ON appointment (seat_id);
DELETE FROM "sqlite_sequence";
INSERT INTO "sqlite_sequence" VALUES('change_set',6);
COMMIT;
