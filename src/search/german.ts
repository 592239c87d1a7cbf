import type { LanguageData } from './language.ts';

/** Words of German readers, and what they mean in documents, which are in English. */
export const GERMAN: LanguageData = {
  stops:
    'als am auf aus bei bitte das dem den der des die durch ein eine einem einen einer eines fur gibt hat ich ' +
    'ihre im ist kann kannst konnen man mein meine meinen meiner mit mochte muss nach oder sein seine sich sind soll ' +
    'uber um und uns unser unsere von wann was welche welchen welcher welches wenn werden wie will wir wird wo zu zum zur',
  actions: {
    list: 'alle auflisten aufzahlen liste listen ubersicht suchen suche finden finde',
    create:
      'anlegen anlege lege erstellen erstelle erzeugen erzeuge hinzufugen fuge hochladen neu neue neuen neuer neues registrieren',
    get: 'abrufen abfragen anzeigen ansehen holen lesen zeige zeigen anschauen',
    update:
      'aktualisieren aktualisiere andern andere bearbeiten bearbeite setzen setze ersetzen umbenennen anpassen',
    delete: 'loschen losche entfernen entferne widerrufen beenden beende',
  },
  synonyms: {
    'benutzer, benutzers, benutzern, nutzer, nutzern, anwender': 'user',
    'benutzerin, benutzerinnen': 'user',
    'gruppe, gruppen': 'group',
    'rolle, rollen': 'role',
    'berechtigung, berechtigungen, recht, rechte': 'permission',
    'anwendung, anwendungen': 'application',
    'passwort, passworter, kennwort': 'password',
    'passwort zurucksetzen, passwort vergessen': 'set password, recovery',
    'passwort andern': 'set password',
    'sitzung, sitzungen': 'session',
    'einladung, einladungen': 'invitation',
    'einladen, einlade': 'invite',
    'zertifikat, zertifikate': 'certificate',
    'schlussel, schlusseln': 'key',
    'api schlussel': 'token, key',
    'zugang, zugriff': 'access',
    'anmelden, anmeldung': 'login',
    'abmelden, abmeldung': 'logout',
    'registrieren, registrierung': 'signup, register',
    'wer bin ich, mein konto, aktueller benutzer': 'me, current user',
    'konto, konten': 'account',
    'mitglied, mitglieder, mitgliedern': 'member',
    'ereignis, ereignisse, ereignissen': 'event',
    'protokoll, protokolle': 'log, event, audit',
    'benachrichtigung, benachrichtigungen': 'notification',
    'nachricht, nachrichten': 'message',
    'einstellung, einstellungen': 'setting, configuration',
    'richtlinie, richtlinien': 'policy',
    'quelle, quellen': 'source',
    'anbieter, anbietern': 'provider',
    'gerat, gerate, geraten': 'device',
    'marke, marken': 'brand',
    'mandant, mandanten': 'tenant',
    'lizenz, lizenzen': 'license',
    'aufgabe, aufgaben': 'task',
    'zeitplan, zeitplane': 'schedule',
    'ablauf, ablaufe': 'flow',
    'stufe, stufen': 'stage',
    'datei, dateien': 'file',
    'ordner, verzeichnis, verzeichnisse': 'directory',
    'bild, bilder': 'image',
    'dokument, dokumente': 'document',
    'seite, seiten': 'page',
    'kunde, kunden': 'customer',
    'bestellung, bestellungen, auftrag, auftrage': 'order',
    'buchung, buchungen': 'booking',
    'rechnung, rechnungen': 'invoice',
    'zahlung, zahlungen, bezahlen, zahlen': 'payment',
    'produkt, produkte': 'product',
    artikel: 'item, article',
    'preis, preise': 'price',
    'lieferung, versand': 'delivery, shipment',
    'adresse, adressen': 'address',
    'projekt, projekte': 'project',
    firma: 'organization, company',
    'datenbank, datenbanken': 'database',
    'umgebungsvariable, umgebungsvariablen': 'environment variable',
    'ausfuhren, ausfuhre': 'execute, run',
    'exportieren, export': 'export',
    'importieren, import': 'import',
    'senden, verschicken': 'send',
    'deaktivieren, sperren': 'disable',
    'aktivieren, entsperren': 'enable',
    'wiederherstellen, wiederherstellung': 'restore, recovery',
    fehler: 'error',
    suchbegriff: 'search',
    'buch, bucher': 'book',
  },
  topics: {
    'rate-limits':
      'ratenbegrenzung, begrenzung, limit, anfragelimit, zu viele anfragen, drosselung, kontingent',
    errors:
      'fehler, fehlercode, fehlercodes, fehlermeldung, fehlermeldungen, fehlerbehandlung, statuscode, statuscodes, ' +
      'nicht gefunden, verboten',
    authentication:
      'authentifizierung, authentifizieren, authentisierung, autorisierung, anmeldung, anmelden, einloggen, zugangsdaten, ' +
      'api schlussel, schlussel, zugriffstoken',
    pagination:
      'seitenweise abfrage, nachste seite, vorherige seite, seitenzahl, seitengrosse, blattern, alle seiten, ' +
      'alle ergebnisse',
    servers: 'server, basis url, basisadresse, adresse des servers, umgebungen',
    deprecated: 'veraltet, veraltete, veraltete operationen, veraltete endpunkte',
    idempotency: 'idempotenz, idempotent, wiederholen, erneut senden',
  },
};
